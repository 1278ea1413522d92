import pytest

from studyvisits.domain.typed_names import TypedName, typed_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Říha", TypedName("Říha")),
        ("T. Říha", TypedName("Říha", "T.")),
        ("Tomáš Říha", TypedName("Říha", "Tomáš")),
        ("Říha, Tomáš", TypedName("Říha", "Tomáš")),
        ("Mgr. et Mgr. Jana Malá", TypedName("Malá", "Jana", "Mgr. et Mgr.")),
        ("prof. Dr. Jana Malá, CSc., MBA", TypedName("Malá", "Jana", "prof. Dr.", "CSc., MBA")),
        ("dr. Nina Bostič", TypedName("Bostič", "Nina", "dr.")),
        ("Ludwig van der Berg", TypedName("van der Berg", "Ludwig")),
        ("Мария Иванова", TypedName("Иванова", "Мария")),
        ("=1+1", TypedName("=1+1")),
        ("", TypedName("")),
    ],
)
def test_a_typed_name_is_split(text: str, name: TypedName) -> None:
    assert typed_name(text) == name
