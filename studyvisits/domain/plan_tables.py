"""The tables of a plan and their columns, with the words that document them in the JSON Schema."""

from studyvisits.domain.plan import Field, Form, Kind, Shape, all_kinds


def _text(column: str, about: str, *, starred: bool = False) -> Field:
    return Field(column, column, Shape.TEXT, about, starred)


def _of(shape: Shape, column: str, about: str, *, starred: bool = False) -> Field:
    return Field(column, column, shape, about, starred)


def _to(table: str, name: str, about: str, *, starred: bool = False) -> Field:
    return Field(f"{name}_id", name, Shape.REFERENCE, about, starred, table)


COUNTRY = _text("country", "Country, ISO 3166-1 alpha-2: FI, CZ, SE.")
TOWN = _text("town", "Town or city.")
ADDRESS = _text("address", "Street and number, postal code where known.")
START = _of(Shape.CLOCK, "start", "Beginning, on the wall clock of the activity's place: 09:30.")
MINUTES = _of(Shape.NUMBER, "minutes", "Duration in minutes; or give ends.")
ENDS = Field(
    "minutes", "ends", Shape.ENDS, "End as a time of day instead of minutes: 12:00. Before the start: next day."
)

ORGANISATIONS = Kind(
    "organisations",
    "organisations",
    "Bodies with a name: partners, host services, employers, authorities.",
    (
        _text("name", "Full name.", starred=True),
        _text("short_name", "Short name, by which others refer to it: ČAS."),
        _text("sector", "Kind of organisation."),
        ADDRESS,
        TOWN,
        COUNTRY,
        _text("phone", "Telephone number, as it is to be printed."),
        _text("email", "E-mail address."),
        _text("web_page", "Address of the web page."),
    ),
    names=(("short_name",), ("name",)),
)

NEEDS = Kind(
    "needs",
    "needs",
    "Diet, access, health: special-category data, written only when asked for. An empty list erases what is stored; "
    "left out, nothing changes.",
    (
        _text("kind", "Kind of need.", starred=True),
        _text("text", "What is needed, in words.", starred=True),
    ),
    owner="person_id",
)

PERSONS = Kind(
    "persons",
    "persons",
    "People. Others refer to them as 'Given Family'.",
    (
        _text("family_name", "Family name, or the only name.", starred=True),
        _text("given_name", "Given name or names."),
        _text("title_before", "Title before the name: dr., Mgr."),
        _text("title_after", "Title after the name: Ph.D."),
        _text("other_name", "Earlier name, or the name in another script; used for finding."),
        _text("email", "E-mail address."),
        _text("phone", "Telephone number."),
        _text("nationality", "Country, ISO 3166-1 alpha-2. Never decides a place."),
        _text("gender", "Gender, if it is told."),
        _of(Shape.DAY, "birth_date", "Day of birth: 1987-04-23."),
        _of(Shape.LANGUAGES, "languages", "Languages spoken, as codes: en, cs."),
        _text("paper_language", "Language of the papers for this person, as a code."),
        _text("note", "Note, never printed."),
    ),
    names=(("given_name", "family_name"),),
    nested=(NEEDS,),
)

VENUES = Kind(
    "venues",
    "venues",
    "Addresses where something happens.",
    (
        _text("name", "Name of the place.", starred=True),
        _to("organisations", "organisation", "Whose place it is."),
        ADDRESS,
        TOWN,
        COUNTRY,
        _of(Shape.DEGREES, "latitude", "Degrees north, WGS 84."),
        _of(Shape.DEGREES, "longitude", "Degrees east, WGS 84."),
        _of(Shape.NUMBER, "capacity", "How many people fit in."),
        _of(Shape.FLAG, "step_free", "Whether it can be entered without steps."),
        _text("note", "Note, never printed."),
    ),
    names=(("name",),),
)

STATEMENTS = Kind(
    "statements",
    "statements",
    "The funder's sentences, one entry a language. {authority} and {number} are filled in when printed.",
    (
        _text("language", "Language of the two texts, as a code.", starred=True),
        _text("statement", "Short sentence beside the emblem."),
        _text("disclaimer", "Long sentence that every paper carries."),
    ),
    owner="funding_profile_id",
    unique=("language",),
)

LOGOS = Kind(
    "logos",
    "logos",
    "Pictures for the papers, in the order in which they are printed.",
    (
        _text("name", "What the picture shows."),
        _text("kind", "Whose picture it is.", starred=True),
        _of(Shape.IMAGE, "image", "A PNG or JPEG picture in base64; kept as PNG.", starred=True),
    ),
    owner="funding_profile_id",
    ordered=True,
)

FUNDING = Kind(
    "funding_profiles",
    "funding",
    "Who pays.",
    (
        _text("programme", "Fund or programme."),
        _text("granting_authority", "Authority that grants the money."),
        _text("grant_number", "Number of the grant."),
        _of(Shape.AMOUNT, "amount", "Amount, exact: '85440.00'."),
        _text("currency", "Currency, ISO 4217; left out where it is not known."),
        _of(Shape.AMOUNT, "rate", "Share of the costs that the funder bears, in per cent."),
        _text("kind", "Whether all or a part of the costs is paid."),
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
        _to("organisations", "organisation", "The organisation.", starred=True),
        _text("number", "Its number in the project, as the funder counts."),
        _text("role", "Its role."),
        COUNTRY,
        TOWN,
        _of(Shape.FLAG, "sends", "Whether it sends people; true when left out."),
        _of(Shape.FLAG, "hosts", "Whether it hosts; true when left out."),
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
        _text("one", "One of them: streetworker.", starred=True),
        _text("many", "Several of them: streetworkers."),
        _text("sign", "A short sign for narrow columns."),
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
        _to("persons", "person", "The person.", starred=True),
        _to("organisations", "organisation", "Employer."),
        _to("partners", "partner", "The partner that sends them; left out for people from outside."),
        _to("professions", "profession", "Profession, as counted in quotas."),
        _text("job_title", "Job title, as it is to be printed."),
    ),
    owner="project_id",
    named_after="person_id",
)

HOSTS = Kind(
    "hosts",
    "hosts",
    "Who hosts, in order.",
    (
        _to("partners", "partner", "The hosting partner.", starred=True),
        _of(Shape.FLAG, "leading", "Whether it leads; true when left out."),
    ),
    owner="activity_id",
    ordered=True,
    unique=("partner_id",),
)

QUOTAS = Kind(
    "quotas",
    "quotas",
    "Places. A host's are for local people, whatever their partner.",
    (
        _to("partners", "partner", "Whose places.", starred=True),
        _to("professions", "profession", "For which profession; left out: for any."),
        _of(Shape.NUMBER, "places", "How many.", starred=True),
    ),
    owner="activity_id",
)

ROLES = Kind(
    "participation_roles",
    "roles",
    "Roles in this activity; none means participant.",
    (_text("role", "A role.", starred=True),),
    owner="participation_id",
    form=Form.VALUES,
    unique=("role",),
)

PARTICIPATIONS = Kind(
    "participations",
    "participations",
    "Who takes part. Within the activity others refer to one by the member's name or ref.",
    (
        _to("members", "member", "The member.", starred=True),
        _text("presence", "Visiting or local; left out where neither applies, as online."),
        _text("status", "State of the participation; confirmed when left out."),
        _of(Shape.PROGRAMME_DAY, "arrival_day", "Day of arrival: a date, or the number of the activity's day."),
        _of(Shape.CLOCK, "arrival_time", "Time of arrival."),
        _of(Shape.PROGRAMME_DAY, "departure_day", "Day of departure: a date, or the number of the activity's day."),
        _of(Shape.CLOCK, "departure_time", "Time of departure."),
        _of(Shape.NUMBER, "reserve_order", "Place on the reserve list."),
        _to("participations", "replaces", "Whom this person replaces in the activity."),
        _text("note", "Note, never printed."),
    ),
    owner="activity_id",
    named_after="member_id",
    unique=("member_id",),
    scoped=True,
    nested=(ROLES,),
)

HEAD_COUNTS = Kind(
    "head_counts",
    "head_counts",
    "People told as a number, those named among them.",
    (
        _of(Shape.NUMBER, "number", "How many.", starred=True),
        _text("presence", "Visiting or local."),
        _to("partners", "partner", "Whose people."),
        _to("organisations", "organisation", "Their organisation."),
        _text("sector", "Their organisations' sector."),
        COUNTRY,
        _to("professions", "profession", "Their profession."),
        _text("note", "What is known about them, in words."),
    ),
    owner="activity_id",
    ordered=True,
)

PARTS = Kind(
    "parts",
    "parts",
    "Named stretches of the programme, in order.",
    (
        _text("title", "Title.", starred=True),
        _text("kind", "Kind of part."),
        _to("organisations", "organisation", "Who hosts it."),
    ),
    owner="activity_id",
    ordered=True,
    names=(("title",),),
    scoped=True,
)

GROUP_PLACES = Kind(
    "group_places",
    "people",
    "Who is in the group: people of this activity.",
    (_to("participations", "participation", "Somebody of this activity.", starred=True),),
    owner="group_id",
    form=Form.VALUES,
    unique=("participation_id",),
)

GROUPS = Kind(
    "groups",
    "groups",
    "The groups, in order. Others refer to one as 'Grouping/A'.",
    (
        _text("name", "Letter or name.", starred=True),
        _of(Shape.NUMBER, "planned_size", "How many people it is to have."),
        _to("participations", "facilitator", "Who leads the group: somebody of this activity."),
        _text("facilitator_words", "Who leads it, in words."),
        _text("description", "What the group is for, before it has names."),
    ),
    owner="grouping_id",
    ordered=True,
    names=(("name",),),
    scoped=True,
    nested=(GROUP_PLACES,),
)

GROUPINGS = Kind(
    "groupings",
    "groupings",
    "Ways of dividing the people, in order.",
    (
        _text("name", "Name: Placement groups.", starred=True),
        _text("kind", "Kind of grouping."),
        _of(Shape.NUMBER, "round", "Number of the round."),
        _to("parts", "part", "The part it is for."),
    ),
    owner="activity_id",
    ordered=True,
    names=(("name",),),
    scoped=True,
    nested=(GROUPS,),
)

AUDIENCE = Kind(
    "audience_rows",
    "audience",
    "Whom the session is for; left out: everybody. What is given adds up.",
    (
        Field("everybody", "everybody", Shape.FLAG, "Everybody."),
        Field("visiting", "visiting", Shape.FLAG, "All visiting people."),
        Field("local", "local", Shape.FLAG, "All local people."),
        Field("group_id", "groups", Shape.REFERENCE, "Groups: 'Placement groups/A'.", to="groups"),
        Field("partner_id", "partners", Shape.REFERENCE, "People of these partners.", to="partners"),
        Field("profession_id", "professions", Shape.REFERENCE, "People of these professions.", to="professions"),
        Field("participation_id", "people", Shape.REFERENCE, "Single people of this activity.", to="participations"),
    ),
    owner="session_id",
    form=Form.AUDIENCE,
)

SESSION_PEOPLE = Kind(
    "session_people",
    "people",
    "Who does something in the session, in order.",
    (
        Field("participation_id", "person", Shape.REFERENCE, "Somebody of this activity.", to="participations"),
        _text("words", "Or who it is, in words."),
        _text("role", "What they do."),
    ),
    owner="session_id",
    ordered=True,
)

SESSIONS = Kind(
    "sessions",
    "sessions",
    "The programme. Sessions of one day stand in their order; those without a time follow the one before.",
    (
        _of(Shape.PROGRAMME_DAY, "day", "A date, or the number of the activity's day; left out: not placed yet."),
        START,
        MINUTES,
        ENDS,
        _text("title", "Title.", starred=True),
        _text("kind", "Kind of session."),
        _to("parts", "part", "The part it belongs to."),
        _to("venues", "venue", "Where it is."),
        _text("place_note", "Printed beside or instead of the address."),
        _to("organisations", "organisation", "The host service."),
        _text("working_language", "Language, where it is not the activity's."),
        _text("state", "State of the arrangement; planned when left out."),
        _text("description", "Printed under the title."),
        _text("notes", "Never printed."),
    ),
    owner="activity_id",
    ordered=True,
    nested=(AUDIENCE, SESSION_PEOPLE),
)

ACTIVITIES = Kind(
    "activities",
    "activities",
    "What the project runs, in order.",
    (
        _text("kind", "Kind of activity.", starred=True),
        _text("short_name", "Short name, by which others refer to it."),
        _text("title", "Title."),
        _text("purpose", "What it is for."),
        START,
        MINUTES,
        ENDS,
        _text(
            "time_zone", "Zone of its clock, as Europe/Prague; found by town and country when a new one leaves it out."
        ),
        _text("mode", "On site, online or both."),
        TOWN,
        COUNTRY,
        _to("venues", "venue", "Main venue."),
        _text("joining_link", "Where one joins online."),
        _of(Shape.LANGUAGES, "working_languages", "Working languages, as codes."),
        _text("web_page", "Address of the web page."),
        _text("status", "State of the activity; planned when left out."),
        _text("cancel_reason", "Why it was cancelled."),
        _to("activities", "belongs_to", "What a meeting prepares or follows."),
        _to("activities", "repeats", "The first run, of which this is another cohort's."),
        _text("notes", "Never printed."),
    ),
    owner="project_id",
    ordered=True,
    names=(("short_name",), ("title",)),
    dated=True,
    nested=(HOSTS, QUOTAS, PARTICIPATIONS, HEAD_COUNTS, PARTS, GROUPINGS, SESSIONS),
)

IMPORT_MAPPINGS = Kind(
    "import_mappings",
    "import_mappings",
    "What was answered when a sheet with these headings was brought in.",
    (
        _of(Shape.LINES, "headings", "Folded headings, sorted.", starred=True),
        _of(Shape.OBJECT, "columns", "Heading to field.", starred=True),
        _of(Shape.OBJECT, "values", "Field to what its values mean.", starred=True),
    ),
    owner="project_id",
    unique=("headings",),
)

PROJECT = Kind(
    "projects",
    "project",
    "One funded arrangement.",
    (
        _text("title", "Title.", starred=True),
        _text("acronym", "Acronym."),
        _text("aim", "What it is for."),
        _text("language", "Language its texts are written in, as a code."),
        _of(Shape.DAY, "first_day", "First day of the project."),
        _of(Shape.DAY, "last_day", "Last day of the project."),
        _of(Shape.LINES, "web_pages", "Addresses of web pages."),
        _text("notes", "Never printed."),
    ),
    form=Form.ONE,
    nested=(FUNDING, PARTNERS, PROFESSIONS, MEMBERS, ACTIVITIES, IMPORT_MAPPINGS),
)

ROOTS = (PROJECT, ORGANISATIONS, PERSONS, VENUES)
"""What stands at the top of a plan file."""

KINDS = {kind.table: kind for kind in all_kinds(ROOTS)}
FILE_TABLES = ("organisations", "persons", "venues")
"""What belongs to the file: a plan holds those it refers to, and never deletes one."""
