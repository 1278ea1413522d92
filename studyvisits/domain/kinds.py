"""The code lists of the field: every value that a column of kind, role, status or state may hold.

The values are what the file, plans and ``--json`` carry; what a user reads comes from the catalogues
(``studyvisits.texts``). The file itself has no CHECK for them, so that a list can grow without rebuilding a table.
"""

from enum import StrEnum


class Sector(StrEnum):
    NGO = "ngo"
    MUNICIPALITY = "municipality"
    REGION = "region"
    STATE = "state"
    SERVICE_PROVIDER = "service_provider"
    EDUCATION = "education"
    COMPANY = "company"
    INTERNATIONAL = "international"
    OTHER = "other"


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class NeedKind(StrEnum):
    DIET = "diet"
    ALLERGY = "allergy"
    ACCESS = "access"
    HEALTH = "health"


class PartnerRole(StrEnum):
    COORDINATOR = "coordinator"
    PARTNER = "partner"
    ASSOCIATED = "associated"


class FundingKind(StrEnum):
    FUNDED = "funded"
    CO_FUNDED = "co_funded"
    NONE = "none"


class LogoKind(StrEnum):
    EMBLEM = "emblem"
    PROGRAMME = "programme"
    PARTNER = "partner"


class ActivityKind(StrEnum):
    STUDY_VISIT = "study_visit"
    TRAINING = "training"
    PREPARATORY_MEETING = "preparatory_meeting"
    FOLLOW_UP_MEETING = "follow_up_meeting"
    PROJECT_MEETING = "project_meeting"
    SEMINAR = "seminar"
    MULTIPLIER_EVENT = "multiplier_event"
    PEER_REVIEW = "peer_review"
    OTHER = "other"


MEETING_KINDS = frozenset(
    {ActivityKind.PREPARATORY_MEETING, ActivityKind.FOLLOW_UP_MEETING, ActivityKind.PROJECT_MEETING}
)


class Certainty(StrEnum):
    """How far the dates of an activity are settled; see ``studyvisits.domain.dates``."""

    FIXED = "fixed"
    PROVISIONAL = "provisional"
    MONTH = "month"
    OPEN = "open"


class Mode(StrEnum):
    ON_SITE = "on_site"
    ONLINE = "online"
    HYBRID = "hybrid"


class ActivityStatus(StrEnum):
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HELD = "held"
    CANCELLED = "cancelled"


class Presence(StrEnum):
    VISITING = "visiting"
    LOCAL = "local"


class ParticipationStatus(StrEnum):
    NOMINATED = "nominated"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    RESERVE = "reserve"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


EXPECTED = frozenset({ParticipationStatus.NOMINATED, ParticipationStatus.INVITED, ParticipationStatus.CONFIRMED})
"""The statuses that fill a place and put a person into sessions."""


class Role(StrEnum):
    PARTICIPANT = "participant"
    GROUP_LEADER = "group_leader"
    HOST_CONTACT = "host_contact"
    SPEAKER = "speaker"
    TRAINER = "trainer"
    FACILITATOR = "facilitator"
    INTERPRETER = "interpreter"
    ACCOMPANYING_PERSON = "accompanying_person"
    ORGANISER = "organiser"


PLACE_ROLES = frozenset({Role.PARTICIPANT, Role.GROUP_LEADER})
"""The roles that fill a place of a quota. A participation without any role counts as a participant."""


class PartKind(StrEnum):
    PLACEMENTS = "placements"
    COURSE = "course"
    PANEL = "panel"
    OTHER = "other"


class GroupingKind(StrEnum):
    WORKING = "working"
    PLACEMENT = "placement"
    TABLE = "table"
    OTHER = "other"


class SessionKind(StrEnum):
    PLACEMENT = "placement"
    COURSE = "course"
    MEETING = "meeting"
    MEAL = "meal"
    TRAVEL = "travel"
    SOCIAL = "social"
    SEMINAR = "seminar"


class SessionState(StrEnum):
    PLANNED = "planned"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class AudienceKind(StrEnum):
    EVERYBODY = "everybody"
    VISITING = "visiting"
    LOCAL = "local"
    GROUP = "group"
    PARTNER = "partner"
    PROFESSION = "profession"
    PARTICIPATION = "participation"


class Severity(StrEnum):
    STOP = "stop"
    WARN = "warn"
