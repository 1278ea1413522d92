"""What the values of the code lists are called. Each is said of something, so that languages can inflect it."""

from collections.abc import Mapping
from enum import StrEnum

from studyvisits.catalogues import mark_in
from studyvisits.domain import kinds

LABELS: Mapping[type[StrEnum], Mapping[str, tuple[str, str]]] = {
    kinds.Sector: {
        "ngo": mark_in("sector", "NGO"),
        "municipality": mark_in("sector", "Municipality"),
        "region": mark_in("sector", "Region"),
        "state": mark_in("sector", "State"),
        "service_provider": mark_in("sector", "Service provider"),
        "education": mark_in("sector", "Education"),
        "company": mark_in("sector", "Company"),
        "international": mark_in("sector", "International organisation"),
        "other": mark_in("sector", "Other"),
    },
    kinds.Gender: {
        "female": mark_in("gender", "Woman"),
        "male": mark_in("gender", "Man"),
        "other": mark_in("gender", "Other"),
    },
    kinds.NeedKind: {
        "diet": mark_in("need", "Diet"),
        "allergy": mark_in("need", "Allergy"),
        "access": mark_in("need", "Access"),
        "health": mark_in("need", "Health"),
    },
    kinds.PartnerRole: {
        "coordinator": mark_in("partner", "Coordinator"),
        "partner": mark_in("partner", "Partner"),
        "associated": mark_in("partner", "Associated partner"),
    },
    kinds.FundingKind: {
        "funded": mark_in("project", "Funded"),
        "co_funded": mark_in("project", "Co-funded"),
        "none": mark_in("project", "Not funded"),
    },
    kinds.LogoKind: {
        "emblem": mark_in("logo", "Emblem"),
        "programme": mark_in("logo", "Programme"),
        "partner": mark_in("logo", "Partner"),
    },
    kinds.ActivityKind: {
        "study_visit": mark_in("activity", "Study visit"),
        "training": mark_in("activity", "Training"),
        "preparatory_meeting": mark_in("activity", "Preparatory meeting"),
        "follow_up_meeting": mark_in("activity", "Follow-up meeting"),
        "project_meeting": mark_in("activity", "Project meeting"),
        "seminar": mark_in("activity", "Seminar"),
        "multiplier_event": mark_in("activity", "Multiplier event"),
        "peer_review": mark_in("activity", "Peer review"),
        "other": mark_in("activity", "Other activity"),
    },
    kinds.Certainty: {
        "fixed": mark_in("dates", "Fixed"),
        "provisional": mark_in("dates", "Provisional"),
        "month": mark_in("dates", "Month only"),
        "open": mark_in("dates", "Open"),
    },
    kinds.Mode: {
        "on_site": mark_in("activity", "On site"),
        "online": mark_in("activity", "Online"),
        "hybrid": mark_in("activity", "Hybrid"),
    },
    kinds.ActivityStatus: {
        "planned": mark_in("activity", "Planned"),
        "confirmed": mark_in("activity", "Confirmed"),
        "held": mark_in("activity", "Held"),
        "cancelled": mark_in("activity", "Cancelled"),
    },
    kinds.Presence: {
        "visiting": mark_in("person", "Visiting"),
        "local": mark_in("person", "Local"),
    },
    kinds.ParticipationStatus: {
        "nominated": mark_in("person", "Nominated"),
        "invited": mark_in("person", "Invited"),
        "confirmed": mark_in("person", "Confirmed"),
        "reserve": mark_in("person", "Reserve"),
        "cancelled": mark_in("person", "Cancelled"),
        "no_show": mark_in("person", "Did not come"),
    },
    kinds.Role: {
        "participant": mark_in("person", "Participant"),
        "group_leader": mark_in("person", "Group leader"),
        "host_contact": mark_in("person", "Host contact"),
        "speaker": mark_in("person", "Speaker"),
        "trainer": mark_in("person", "Trainer"),
        "facilitator": mark_in("person", "Facilitator"),
        "interpreter": mark_in("person", "Interpreter"),
        "accompanying_person": mark_in("person", "Accompanying person"),
        "organiser": mark_in("person", "Organiser"),
    },
    kinds.PartKind: {
        "placements": mark_in("part of a programme", "Placements"),
        "course": mark_in("part of a programme", "Course"),
        "panel": mark_in("part of a programme", "Panel"),
        "other": mark_in("part of a programme", "Other"),
    },
    kinds.GroupingKind: {
        "working": mark_in("groups", "Working groups"),
        "placement": mark_in("groups", "Placement groups"),
        "table": mark_in("groups", "Tables"),
        "other": mark_in("groups", "Other groups"),
    },
    kinds.SessionKind: {
        "placement": mark_in("session", "Placement"),
        "course": mark_in("session", "Course"),
        "meeting": mark_in("session", "Meeting"),
        "meal": mark_in("session", "Meal"),
        "travel": mark_in("session", "Travel"),
        "social": mark_in("session", "Social programme"),
        "seminar": mark_in("session", "Seminar"),
    },
    kinds.SessionState: {
        "planned": mark_in("session", "Planned"),
        "asked": mark_in("session", "Asked"),
        "confirmed": mark_in("session", "Confirmed"),
        "cancelled": mark_in("session", "Cancelled"),
    },
    kinds.AudienceKind: {
        "everybody": mark_in("audience", "Everybody"),
        "visiting": mark_in("audience", "Visiting participants"),
        "local": mark_in("audience", "Local participants"),
        "group": mark_in("audience", "Group"),
        "partner": mark_in("audience", "Partner"),
        "profession": mark_in("audience", "Profession"),
        "participation": mark_in("audience", "Single person"),
    },
    kinds.Severity: {
        "stop": mark_in("problem", "Stop"),
        "warn": mark_in("problem", "Warning"),
    },
}
