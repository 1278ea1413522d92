import pytest
from sqlalchemy.orm import Session as Db

from studyvisits.domain.refusal import Refused
from studyvisits.queries.activity_heads import activity_heads, project_head, project_of
from tests.made import made, visit


def test_activities_come_in_order_of_time_and_open_ones_last(db: Db) -> None:
    told = made(db)
    opened = visit(db, told.project, certainty="open")
    assert [head.id for head in activity_heads(db, project=told.project)] == [told.prague, opened]


def test_an_activity_of_another_project_is_unknown(db: Db) -> None:
    told, other = made(db), made(db)
    assert project_of(db, activity=other.prague) == other.project
    for ask in (
        lambda: activity_heads(db, project=told.project, activity=other.prague),
        lambda: project_head(db, project=99),
        lambda: project_of(db, activity=99),
    ):
        with pytest.raises(Refused) as caught:
            ask()
        assert caught.value.code == "unknown_row"
