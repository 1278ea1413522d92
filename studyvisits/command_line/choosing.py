"""Which project and activity an argument means."""

from studyvisits.queries.projects import find_activity, find_project
from studyvisits.workspace import Reading, Workspace


def the_project(file: Reading | Workspace, wanted: str) -> int:
    """Refused: project_unknown, project_ambiguous."""
    return file.read(find_project, wanted=wanted)


def the_activity(file: Reading | Workspace, project: int, wanted: str) -> int:
    """Refused: activity_unknown, activity_ambiguous."""
    return file.read(find_activity, project=project, wanted=wanted)
