"""The engagements of a file: its timed sessions, and activities with clock times in which no session has a time."""

from collections import defaultdict
from collections.abc import Iterator

from studyvisits.domain.check_facts import ActivityFacts, CheckFacts, SessionFacts
from studyvisits.domain.companies import Companies
from studyvisits.domain.diary import Diary, Pair
from studyvisits.domain.engagements import Engagement, engagement_of_session, engagements_of_activity, has_time


class Timetable:
    def __init__(self, facts: CheckFacts, companies: Companies) -> None:
        self._activities = facts.activities
        self._companies = companies
        self._activity_of: dict[int, int] = {}
        """Of timed sessions."""
        self._timed: dict[int, int] = defaultdict(int)
        """How many sessions of an activity have a time."""
        self.diary = Diary([*self._of_sessions(facts), *self._of_activities()])

    def change(self, session: SessionFacts) -> tuple[set[Pair], set[Pair]]:
        """Take a session as it is now and return the pairs that are gone, then those that are new or there again."""
        activity = self._activities[session.activity]
        gone, new = self.drop(session.id)
        if activity.counts and has_time(session):
            gone |= self.diary.remove(-activity.id)
            new = {pair for pair in new if -activity.id not in pair} | self.diary.add(self._enter(session, activity))
        return gone, new

    def drop(self, session: int) -> tuple[set[Pair], set[Pair]]:
        """Forget a session; its activity may stand for itself again."""
        gone = self.diary.remove(session)
        activity = self._activity_of.pop(session, None)
        if activity is None:
            return gone, set()
        self._timed[activity] -= 1
        alone = self._alone(self._activities[activity])
        return gone, {pair for engagement in alone for pair in self.diary.add(engagement)}

    def _of_sessions(self, facts: CheckFacts) -> Iterator[Engagement]:
        for session in facts.sessions.values():
            activity = self._activities[session.activity]
            if activity.counts and has_time(session):
                yield self._enter(session, activity)

    def _of_activities(self) -> Iterator[Engagement]:
        for activity in self._activities.values():
            yield from self._alone(activity)

    def _enter(self, session: SessionFacts, activity: ActivityFacts) -> Engagement:
        self._activity_of[session.id] = activity.id
        self._timed[activity.id] += 1
        return engagement_of_session(session, activity, self._companies.in_session(session).persons)

    def _alone(self, activity: ActivityFacts) -> list[Engagement]:
        if not activity.counts or self._timed[activity.id]:
            return []
        return engagements_of_activity(activity, self._companies.in_activity(activity.id).persons)
