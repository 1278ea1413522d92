from studyvisits.domain.presence import presence_of


def test_presence_follows_from_the_country_and_is_none_online_or_unknown() -> None:
    asked = [
        ("CZ", {"CZ"}, None),
        ("FI", {"CZ"}, "hybrid"),
        ("FI", {"CZ"}, "online"),
        (None, {"CZ"}, None),
        ("CZ", set[str](), None),
    ]
    assert [presence_of(*each) for each in asked] == ["local", "visiting", None, None, None]
