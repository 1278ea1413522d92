"""Persons, organisations and venues in a plan: what belongs to the file and is only referred to."""

from studyvisits.domain.plan import Kind, Shape
from studyvisits.domain.plan_fields import ADDRESS, COUNTRY, TOWN, of, text, to

ORGANISATIONS = Kind(
    "organisations",
    "organisations",
    "Bodies with a name: partners, host services, employers, authorities.",
    (
        text("name", "Full name.", starred=True),
        text("short_name", "Short name, by which others refer to it: ČAS."),
        text("sector", "Kind of organisation."),
        ADDRESS,
        TOWN,
        COUNTRY,
        text("phone", "Telephone number, as it is to be printed."),
        text("email", "E-mail address."),
        text("web_page", "Address of the web page."),
    ),
    names=(("short_name",), ("name",)),
)

NEEDS = Kind(
    "needs",
    "needs",
    "Diet, access, health: special-category data, written only when asked for. An empty list erases what is stored; "
    "left out, nothing changes.",
    (
        text("kind", "Kind of need.", starred=True),
        text("text", "What is needed, in words.", starred=True),
    ),
    owner="person_id",
)

PERSONS = Kind(
    "persons",
    "persons",
    "People. Others refer to them as 'Given Family'.",
    (
        text("family_name", "Family name, or the only name.", starred=True),
        text("given_name", "Given name or names."),
        text("title_before", "Title before the name: dr., Mgr."),
        text("title_after", "Title after the name: Ph.D."),
        text("other_name", "Earlier name, or the name in another script; used for finding."),
        text("email", "E-mail address."),
        text("phone", "Telephone number."),
        text("nationality", "Country, ISO 3166-1 alpha-2. Never decides a place."),
        text("gender", "Gender, if it is told."),
        of(Shape.DAY, "birth_date", "Day of birth: 1987-04-23."),
        of(Shape.LANGUAGES, "languages", "Languages spoken, as codes: en, cs."),
        text("paper_language", "Language of the papers for this person, as a code."),
        text("note", "Note, never printed."),
    ),
    names=(("given_name", "family_name"),),
    nested=(NEEDS,),
)

VENUES = Kind(
    "venues",
    "venues",
    "Addresses where something happens.",
    (
        text("name", "Name of the place.", starred=True),
        to("organisations", "organisation", "Whose place it is."),
        ADDRESS,
        TOWN,
        COUNTRY,
        of(Shape.DEGREES, "latitude", "Degrees north, WGS 84."),
        of(Shape.DEGREES, "longitude", "Degrees east, WGS 84."),
        of(Shape.NUMBER, "capacity", "How many people fit in."),
        of(Shape.FLAG, "step_free", "Whether it can be entered without steps."),
        text("note", "Note, never printed."),
    ),
    names=(("name",),),
)

FILE_TABLES = ("organisations", "persons", "venues")
"""A plan holds those it refers to, and never deletes one."""
