"""Opening a file for one command, and telling what was met on the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studyvisits.command_line.console import Console
from studyvisits.store.opening import Opening
from studyvisits.store.publishing import Published
from studyvisits.workspace import Reading, Workspace, reading


@contextmanager
def read_file(file: str, console: Console) -> Iterator[Reading]:
    """Read what was last published; a window may have the file open."""
    with reading(Path(file)) as published:
        if published.behind:
            console.remark(
                console.texts.gettext(
                    "{file} has later edits in an open window that are not published yet; this is what was published."
                ).format(file=file)
            )
        yield published


@contextmanager
def write_file(file: str, console: Console) -> Iterator[Workspace]:
    """Open a file for a command that writes, and publish when it is done; of a command that fails nothing is stored."""
    workspace = Workspace.open(Path(file))
    _tell(workspace.opening, file, console)
    try:
        yield workspace
    except BaseException:
        _close(workspace, console)
        raise
    published = _close(workspace, console)
    if published.conflict is not None:
        console.remark(
            console.texts.gettext(
                "Somebody else changed {file} meanwhile. It was left as it is, and yours is beside it: {path}"
            ).format(file=published.conflict, path=published.path)
        )


def _close(workspace: Workspace, console: Console) -> Published:
    if workspace.unpublished:
        console.changed.append(workspace.path)
    return workspace.close()


def _tell(opening: Opening, file: str, console: Console) -> None:
    """What happened on opening: nothing of it stops a command, all of it somebody wants to know."""
    _ = console.texts.gettext
    if opening.recovered:
        console.remark(
            _("Edits of {file} that were not published when it was last open are in it now.").format(file=file)
        )
    for path in opening.beside:
        told = _("{file} was replaced while edits of it were not published. They are in {path}")
        console.remark(told.format(file=file, path=path))
    for path in opening.unreadable:
        console.remark(_("What was left behind of {file} cannot be read: {path}").format(file=file, path=path))
    if opening.migrated_from is not None:
        told = _("{file} was of an older version and is brought up to this one. As it was, it is kept as {path}")
        console.remark(told.format(file=file, path=opening.backup))
