"""How large a list of people may be, and how cells are named. Imports nothing: the reading process starts quickly."""

MAX_ROWS = 50_000
MAX_COLUMNS = 1_000
MAX_CELLS = 600_000
"""Far beyond any list of people; a sheet larger than this is a mistake or an attack."""
MAX_CHARACTERS = 32_767
"""In one cell: what Excel itself can hold (Excel specifications and limits)."""


def column_letters(number: int) -> str:
    """Return ``A`` for 1, ``AA`` for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
