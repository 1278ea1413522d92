"""The names that a typed programme may hold: people of the project, groups of the activity, all venues and bodies."""

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from studyvisits.domain.known_names import KnownNames, PersonName, PlaceName
from studyvisits.store.tables import Activity, Group, Grouping, Member, Organisation, Person, Venue


def known_names(db: Db, *, activity: int) -> KnownNames:
    project = select(Activity.project_id).where(Activity.id == activity).scalar_subquery()
    people = (
        select(Person.id, Person.family_name, Person.given_name, Person.other_name)
        .where(Person.id.in_(select(Member.person_id).where(Member.project_id == project)))
        .order_by(Person.id)
    )
    groups = (
        select(Group.id, Group.name)
        .join(Grouping, Grouping.id == Group.grouping_id)
        .where(Grouping.activity_id == activity)
        .order_by(Grouping.order.desc(), Grouping.id.desc(), Group.id)
    )
    venues = select(Venue.id, Venue.name, Venue.address).order_by(Venue.id)
    bodies = select(Organisation.id, Organisation.name, Organisation.address, Organisation.short_name)
    return KnownNames(
        people=tuple(PersonName(*row) for row in db.execute(people)),
        venues=tuple(PlaceName(*row) for row in db.execute(venues)),
        organisations=tuple(PlaceName(*row) for row in db.execute(bodies.order_by(Organisation.id))),
        groups=tuple((group, name) for group, name in db.execute(groups)),
    )
