"""new, verify, backup, restore: a file as a whole."""

import argparse
from pathlib import Path

from studyvisits.command_line.console import Console, Exit
from studyvisits.command_line.parser import Commands, add_command, add_file
from studyvisits.domain.refusal import Refused
from studyvisits.store.copies import backup_file, restore_file, verify_file
from studyvisits.store.places import SUFFIX
from studyvisits.texts import Texts
from studyvisits.wording import refusal_text
from studyvisits.workspace import Workspace


def add(commands: Commands, texts: Texts) -> None:
    _ = texts.gettext
    new = add_command(
        commands, texts, "new", _new, short=_("make an empty file"), examples=("new rotation.studyvisits",)
    )
    add_file(new, texts)
    verify = add_command(
        commands,
        texts,
        "verify",
        _verify,
        short=_("tell whether a file is whole"),
        long=_("Looks a file through from its first byte to its last and changes nothing. Exit code 3: it is damaged."),
        examples=("verify rotation.studyvisits",),
    )
    add_file(verify, texts)
    backup = add_command(
        commands,
        texts,
        "backup",
        _backup,
        short=_("put a checked copy of a file into a folder"),
        examples=("backup rotation.studyvisits Backups",),
    )
    add_file(backup, texts)
    backup.add_argument("folder", metavar="DIR", help=_("the folder for the copy; it is made if missing"))
    restore = add_command(
        commands,
        texts,
        "restore",
        _restore,
        short=_("put a backup in the place of a file"),
        long=_("Puts a backup in the place of a file. What is there now is kept beside it under another name."),
        examples=('restore "Backups/rotation (2024-06-11).studyvisits" rotation.studyvisits',),
    )
    restore.add_argument("backup", metavar="BACKUP", help=_("the backup to take"))
    add_file(restore, texts)


def _new(arguments: argparse.Namespace, console: Console) -> int:
    file = _with_suffix(Path(arguments.file))
    console.changed.append(file)
    Workspace.create(file).close()
    console.say(console.texts.gettext("Made: {path}").format(path=file))
    console.result({"file": str(file)})
    return Exit.DONE


def _with_suffix(file: Path) -> Path:
    """Where the suffix is missing, double clicks and synchronisers would not know the file. Refused: file_is_folder."""
    if file.name in ("", ".."):
        raise Refused("file_is_folder", file=str(file))
    return file if file.suffix.casefold() == SUFFIX else file.with_name(file.name + SUFFIX)


def _verify(arguments: argparse.Namespace, console: Console) -> int:
    verified = verify_file(Path(arguments.file))
    findings = [refusal_text(finding, console.texts) for finding in verified.findings]
    console.result({"ok": verified.ok, "version": verified.version, "findings": findings})
    if not verified.ok:
        for finding in findings:
            console.remark(finding)
        return Exit.REFUSED
    console.say(
        console.texts.gettext("{file} is whole (file version {version}).").format(
            file=arguments.file, version=verified.version
        )
    )
    return Exit.DONE


def _backup(arguments: argparse.Namespace, console: Console) -> int:
    backup = backup_file(Path(arguments.file), Path(arguments.folder), today=console.today)
    console.say(console.texts.gettext("Copied to {path}").format(path=backup))
    console.result({"path": str(backup)})
    return Exit.DONE


def _restore(arguments: argparse.Namespace, console: Console) -> int:
    console.changed.append(Path(arguments.file))
    aside = restore_file(Path(arguments.backup), Path(arguments.file), today=console.today)
    _ = console.texts.gettext
    console.say(_("{file} is now what {backup} was.").format(file=arguments.file, backup=arguments.backup))
    if aside is not None:
        console.say(_("What was there before is kept as {path}").format(path=aside))
    console.result({"file": str(Path(arguments.file)), "aside": None if aside is None else str(aside)})
    return Exit.DONE
