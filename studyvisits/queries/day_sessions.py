"""How full a day is already."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from studyvisits.store.tables import Session


def number_of_sessions(db: Db, *, activity: int, day: date) -> int:
    wanted = select(func.count()).where(Session.activity_id == activity, Session.day == day)
    return db.execute(wanted).scalar_one()
