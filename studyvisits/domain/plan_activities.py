"""Activities in a plan, with all that hangs on them."""

from studyvisits.domain.plan import Field, Form, Kind, Shape
from studyvisits.domain.plan_fields import COUNTRY, ENDS, MINUTES, START, TOWN, of, text, to

HOSTS = Kind(
    "hosts",
    "hosts",
    "Who hosts, in order.",
    (
        to("partners", "partner", "The hosting partner.", starred=True),
        of(Shape.FLAG, "leading", "Whether it leads; true when left out."),
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
        to("partners", "partner", "Whose places.", starred=True),
        to("professions", "profession", "For which profession; left out: for any."),
        of(Shape.NUMBER, "places", "How many.", starred=True),
    ),
    owner="activity_id",
)

ROLES = Kind(
    "participation_roles",
    "roles",
    "Roles in this activity; none means participant.",
    (text("role", "A role.", starred=True),),
    owner="participation_id",
    form=Form.VALUES,
    unique=("role",),
)

PARTICIPATIONS = Kind(
    "participations",
    "participations",
    "Who takes part. Within the activity others refer to one by the member's name or ref.",
    (
        to("members", "member", "The member.", starred=True),
        text("presence", "Visiting or local; left out where neither applies, as online."),
        text("status", "State of the participation; confirmed when left out."),
        of(Shape.PROGRAMME_DAY, "arrival_day", "Day of arrival: a date, or the number of the activity's day."),
        of(Shape.CLOCK, "arrival_time", "Time of arrival."),
        of(Shape.PROGRAMME_DAY, "departure_day", "Day of departure: a date, or the number of the activity's day."),
        of(Shape.CLOCK, "departure_time", "Time of departure."),
        of(Shape.NUMBER, "reserve_order", "Place on the reserve list."),
        to("participations", "replaces", "Whom this person replaces in the activity."),
        text("note", "Note, never printed."),
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
        of(Shape.NUMBER, "number", "How many.", starred=True),
        text("presence", "Visiting or local."),
        to("partners", "partner", "Whose people."),
        to("organisations", "organisation", "Their organisation."),
        text("sector", "Their organisations' sector."),
        COUNTRY,
        to("professions", "profession", "Their profession."),
        text("note", "What is known about them, in words."),
    ),
    owner="activity_id",
    ordered=True,
)

PARTS = Kind(
    "parts",
    "parts",
    "Named stretches of the programme, in order.",
    (
        text("title", "Title.", starred=True),
        text("kind", "Kind of part."),
        to("organisations", "organisation", "Who hosts it."),
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
    (to("participations", "participation", "Somebody of this activity.", starred=True),),
    owner="group_id",
    form=Form.VALUES,
    unique=("participation_id",),
)

GROUPS = Kind(
    "groups",
    "groups",
    "The groups, in order. Others refer to one as 'Grouping/A'.",
    (
        text("name", "Letter or name.", starred=True),
        of(Shape.NUMBER, "planned_size", "How many people it is to have."),
        to("participations", "facilitator", "Who leads the group: somebody of this activity."),
        text("facilitator_words", "Who leads it, in words."),
        text("description", "What the group is for, before it has names."),
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
        text("name", "Name: Placement groups.", starred=True),
        text("kind", "Kind of grouping."),
        of(Shape.NUMBER, "round", "Number of the round."),
        to("parts", "part", "The part it is for."),
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
        text("words", "Or who it is, in words."),
        text("role", "What they do."),
    ),
    owner="session_id",
    ordered=True,
)

SESSIONS = Kind(
    "sessions",
    "sessions",
    "The programme. Sessions of one day stand in their order; those without a time follow the one before.",
    (
        of(Shape.PROGRAMME_DAY, "day", "A date, or the number of the activity's day; left out: not placed yet."),
        START,
        MINUTES,
        ENDS,
        text("title", "Title.", starred=True),
        text("kind", "Kind of session."),
        to("parts", "part", "The part it belongs to."),
        to("venues", "venue", "Where it is."),
        text("place_note", "Printed beside or instead of the address."),
        to("organisations", "organisation", "The host service."),
        text("working_language", "Language, where it is not the activity's."),
        text("state", "State of the arrangement; planned when left out."),
        text("description", "Printed under the title."),
        text("notes", "Never printed."),
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
        text("kind", "Kind of activity.", starred=True),
        text("short_name", "Short name, by which others refer to it."),
        text("title", "Title."),
        text("purpose", "What it is for."),
        START,
        MINUTES,
        ENDS,
        text(
            "time_zone", "Zone of its clock, as Europe/Prague; found by town and country when a new one leaves it out."
        ),
        text("mode", "On site, online or both."),
        TOWN,
        COUNTRY,
        to("venues", "venue", "Main venue."),
        text("joining_link", "Where one joins online."),
        of(Shape.LANGUAGES, "working_languages", "Working languages, as codes."),
        text("web_page", "Address of the web page."),
        text("status", "State of the activity; planned when left out."),
        text("cancel_reason", "Why it was cancelled."),
        to("activities", "belongs_to", "What a meeting prepares or follows."),
        to("activities", "repeats", "The first run, of which this is another cohort's."),
        text("notes", "Never printed."),
    ),
    owner="project_id",
    ordered=True,
    names=(("short_name",), ("title",)),
    dated=True,
    nested=(HOSTS, QUOTAS, PARTICIPATIONS, HEAD_COUNTS, PARTS, GROUPINGS, SESSIONS),
)
