"""One gesture is one command and one step: each verb is taken back and done again whole."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from studyvisits.commands import activities, layout, people, programme, rows, sessions
from studyvisits.commands.participations import Who
from studyvisits.domain.layout import ActivityTold, PartnerTold, PartTold, ProjectTold
from studyvisits.domain.programme_read import ReadPerson, ReadSession
from studyvisits.workspace import Workspace
from tests.made import everything, made

JUNE, NEXT = date(2024, 6, 10), date(2024, 6, 11)
TOLD = ProjectTold(
    "Streetwork",
    partners=(PartnerTold("FI", "Helsinki"), PartnerTold("CZ", "Praha")),
    visits=(ActivityTold(0, JUNE),),
    parts=(PartTold("course", "Course", 2),),
    preparatory_weeks=4,
)
LINES = [ReadSession("Talk", 540, 45, people=(ReadPerson("A. B."), ReadPerson("Tomáš Říha", 1))), ReadSession("Lunch")]

STEPS: list[tuple[Callable[..., Any], dict[str, object]]] = [
    (layout.lay_out_project, {"told": TOLD}),
    (people.add_person, {"name": "Tomáš Říha"}),
    (rows.create, {"table": "groupings", "values": {"activity_id": 1, "name": "Placements"}}),
    (rows.create, {"table": "groups", "values": {"grouping_id": 1, "name": "A"}}),
    (rows.create, {"table": "groups", "values": {"grouping_id": 1, "name": "B"}}),
    (programme.add_programme, {"activity": 1, "day": JUNE, "sessions": LINES}),
    (people.put_in_session, {"session": 1, "who": Who(name="Jana Malá"), "role": "trainer"}),
    (people.put_in_group, {"group": 1, "who": Who(person=1)}),
    (people.put_in_group, {"group": 2, "who": Who(person=1)}),
    (people.set_roles, {"participations": [1, 2], "roles": ["participant", "speaker"]}),
    (people.replace_person, {"participation": 1, "who": Who(name="Aino Mäkelä")}),
    (sessions.set_audience, {"sessions": [1, 4], "audience": [("group", 2), ("local", None)]}),
    (sessions.move_session, {"session": 1, "day": NEXT, "start": 600}),
    (sessions.place_in_order, {"session": 4, "day": JUNE, "after": None}),
    (sessions.resize_session, {"session": 1, "minutes": 90}),
    (sessions.duplicate_session, {"session": 1}),
    (sessions.copy_day, {"activity": 1, "day": JUNE, "to_day": NEXT}),
    (sessions.unplace_sessions, {"sessions": [1, 4]}),
    (activities.set_hosts, {"activity": 1, "partners": [3, 2]}),
    (activities.move_activity, {"activity": 1, "first_day": NEXT, "with_meetings": True}),
    (activities.give_up_dates, {"activity": 1}),
    (activities.fix_dates, {"activity": 1, "first_day": JUNE}),
    (activities.lengthen_activity, {"activity": 1, "days": 2}),
    (activities.cancel_activity, {"activity": 1, "reason": "no flights"}),
    (rows.change, {"table": "partners", "ids": [1, 2], "values": {"sends": False}}),
    (rows.order, {"table": "partners", "ids": [2, 1]}),
    (rows.delete, {"table": "projects", "ids": [1]}),
]


def test_every_verb_is_one_step_taken_back_and_done_again(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "a.studyvisits", data=tmp_path / "data") as workspace:
        workspace.run("Make a visit", made)
        workspace.run("Add a session", rows.create, table="sessions", values={"activity_id": 1, "title": "First"})
        states = [workspace.read(everything)]
        for verb, arguments in STEPS:
            workspace.run(verb.__name__, verb, **arguments)
            states.append(workspace.read(everything))
        assert [place for place, state in enumerate(states[1:]) if state == states[place]] == []
        for verb, before in zip(reversed([verb for verb, _ in STEPS]), reversed(states[:-1]), strict=True):
            assert (workspace.undo(), workspace.read(everything)) == (verb.__name__, before)
        for (verb, _), after in zip(STEPS, states[1:], strict=True):
            assert (workspace.redo(), workspace.read(everything)) == (verb.__name__, after)
