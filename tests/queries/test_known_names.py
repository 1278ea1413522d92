from sqlalchemy.orm import Session as Db

from studyvisits.commands.rows import create
from studyvisits.domain.known_names import KnownNames, PersonName, PlaceName
from studyvisits.queries.known_names import known_names
from tests.made import made, member, visit


def test_names_are_those_of_the_project_and_activity_and_all_places(db: Db) -> None:
    here, there = made(db), made(db)
    member(db, here.project, "Říha", given_name="Tomáš")
    member(db, there.project, "Stranger")
    second = visit(db, here.project, short_name="Prague 2")
    for activity, name in ((here.prague, "A"), (second, "B")):
        grouping = create(db, table="groupings", values={"activity_id": activity, "name": "Placements"})
        create(db, table="groups", values={"grouping_id": grouping, "name": name})
    create(db, table="venues", values={"name": "Town hall", "address": "Sokolovská 14"})

    names = known_names(db, activity=here.prague)

    bodies = ("Katutyö", "ČAS", "Fältgruppen")
    assert names == KnownNames(
        people=(PersonName(1, "Říha", "Tomáš"),),
        venues=(PlaceName(1, "Town hall", "Sokolovská 14"),),
        organisations=tuple(PlaceName(place, name) for place, name in enumerate(bodies * 2, 1)),
        groups=((1, "A"),),
    )
