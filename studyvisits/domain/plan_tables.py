"""The tables of a plan and their columns, with the words that document them in the JSON Schema."""

from studyvisits.domain.plan import Form, Kind, Shape, all_kinds
from studyvisits.domain.plan_activities import ACTIVITIES
from studyvisits.domain.plan_fields import COUNTRY, TOWN, of, text, to
from studyvisits.domain.plan_file_tables import ORGANISATIONS, PERSONS, VENUES

STATEMENTS = Kind(
    "statements",
    "statements",
    "The funder's sentences, one entry a language. {authority} and {number} are filled in when printed.",
    (
        text("language", "Language of the two texts, as a code.", starred=True),
        text("statement", "Short sentence beside the emblem."),
        text("disclaimer", "Long sentence that every paper carries."),
    ),
    owner="funding_profile_id",
    unique=("language",),
)

LOGOS = Kind(
    "logos",
    "logos",
    "Pictures for the papers, in the order in which they are printed.",
    (
        text("name", "What the picture shows."),
        text("kind", "Whose picture it is.", starred=True),
        of(Shape.IMAGE, "image", "A PNG or JPEG picture in base64; kept as PNG.", starred=True),
    ),
    owner="funding_profile_id",
    ordered=True,
)

FUNDING = Kind(
    "funding_profiles",
    "funding",
    "Who pays.",
    (
        text("programme", "Fund or programme."),
        text("granting_authority", "Authority that grants the money."),
        text("grant_number", "Number of the grant."),
        of(Shape.AMOUNT, "amount", "Amount, exact: '85440.00'."),
        text("currency", "Currency, ISO 4217; left out where it is not known."),
        of(Shape.AMOUNT, "rate", "Share of the costs that the funder bears, in per cent."),
        text("kind", "Whether all or a part of the costs is paid."),
    ),
    owner="project_id",
    form=Form.ONE,
    nested=(STATEMENTS, LOGOS),
)

PARTNERS = Kind(
    "partners",
    "partners",
    "The organisations' parts in the project, in order. Others refer to one by its organisation, or its ref.",
    (
        to("organisations", "organisation", "The organisation.", starred=True),
        text("number", "Its number in the project, as the funder counts."),
        text("role", "Its role."),
        COUNTRY,
        TOWN,
        of(Shape.FLAG, "sends", "Whether it sends people; true when left out."),
        of(Shape.FLAG, "hosts", "Whether it hosts; true when left out."),
    ),
    owner="project_id",
    ordered=True,
    named_after="organisation_id",
)

PROFESSIONS = Kind(
    "professions",
    "professions",
    "The project's own categories of people, in order.",
    (
        text("one", "One of them: streetworker.", starred=True),
        text("many", "Several of them: streetworkers."),
        text("sign", "A short sign for narrow columns."),
    ),
    owner="project_id",
    ordered=True,
    names=(("one",), ("sign",)),
)

MEMBERS = Kind(
    "members",
    "members",
    "People's parts in the project. Others refer to one by the person's name, or its ref.",
    (
        to("persons", "person", "The person.", starred=True),
        to("organisations", "organisation", "Employer."),
        to("partners", "partner", "The partner that sends them; left out for people from outside."),
        to("professions", "profession", "Profession, as counted in quotas."),
        text("job_title", "Job title, as it is to be printed."),
    ),
    owner="project_id",
    named_after="person_id",
)

IMPORT_MAPPINGS = Kind(
    "import_mappings",
    "import_mappings",
    "What was answered when a sheet with these headings was brought in.",
    (
        of(Shape.LINES, "headings", "Folded headings, sorted.", starred=True),
        of(Shape.MEANINGS, "columns", "Heading to field.", starred=True),
        of(Shape.MEANINGS_BY_FIELD, "values", "Field to what its values mean.", starred=True),
    ),
    owner="project_id",
    unique=("headings",),
)

PROJECT = Kind(
    "projects",
    "project",
    "One funded arrangement.",
    (
        text("title", "Title.", starred=True),
        text("acronym", "Acronym."),
        text("aim", "What it is for."),
        text("language", "Language its texts are written in, as a code."),
        of(Shape.DAY, "first_day", "First day of the project."),
        of(Shape.DAY, "last_day", "Last day of the project."),
        of(Shape.LINES, "web_pages", "Addresses of web pages."),
        text("notes", "Never printed."),
    ),
    form=Form.ONE,
    nested=(FUNDING, PARTNERS, PROFESSIONS, MEMBERS, ACTIVITIES, IMPORT_MAPPINGS),
)

ROOTS = (PROJECT, ORGANISATIONS, PERSONS, VENUES)
"""What stands at the top of a plan file."""

KINDS = {kind.table: kind for kind in all_kinds(ROOTS)}
