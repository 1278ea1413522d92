"""Activities as time goes, the same in every list of them."""

from studyvisits.domain.kinds import Certainty
from studyvisits.store.tables import Activity

IN_TIME = (Activity.certainty == Certainty.OPEN, Activity.first_day, Activity.start, Activity.order, Activity.id)
"""By day or month, then by the clock; those whose date is open come last."""
