"""Names of people as they are printed."""


def full_name(
    family_name: str, given_name: str | None = None, title_before: str | None = None, title_after: str | None = None
) -> str:
    """Return "Mgr. Ondřej Černý, Ph.D.": titles before the name stand without a comma, those after it behind one."""
    name = " ".join(part for part in (title_before, given_name, family_name) if part)
    return f"{name}, {title_after}" if title_after else name
