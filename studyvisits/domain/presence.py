"""Whether somebody visits an activity or is local there. Rules ask by country, not by partner."""

from collections.abc import Set as AbstractSet

from studyvisits.domain.kinds import Mode, Presence


def presence_of(country: str | None, host_countries: AbstractSet[str], mode: str | None) -> Presence | None:
    """Return the presence of somebody from a country; nothing online, and nothing where either country is unknown."""
    if mode == Mode.ONLINE or country is None or not host_countries:
        return None
    return Presence.LOCAL if country in host_countries else Presence.VISITING
