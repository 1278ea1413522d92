import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyvisits.domain.typed_times import ImpossibleTimeError, Times, clock_of, plain_digits, times_in, uses_compact


@pytest.mark.parametrize(
    ("line", "start", "minutes", "rest"),
    [
        ("9:30–12:00 Social department", 570, 150, "Social department"),
        ("9.30-12 Welcome", 570, 150, "Welcome"),
        ("9:30 – 12:00 Welcome", 570, 150, "Welcome"),
        ("9:30\u00a0—\u00a012:00: Welcome", 570, 150, "Welcome"),
        ("09:30 - 12:00 | Welcome", 570, 150, "Welcome"),
        ("[9:30–12:00] Welcome", 570, 150, "Welcome"),
        ("13,30 – 15,00 Oběd", 810, 90, "Oběd"),
        ("od 9,00 do 10,30 Úvod", 540, 90, "Úvod"),
        ("9h30 Welcome", 570, None, "Welcome"),
        ("9 h Welcome", 540, None, "Welcome"),
        ("klo 9.30–12 Tervetuloa", 570, 150, "Tervetuloa"),
        ("kl. 9–12 Kurs", 540, 180, "Kurs"),
        ("kl 14 fika", 840, None, "fika"),
        ("från 9.30 till 12 Studiebesök", 570, 150, "Studiebesök"),
        ("od 9:30 do 12:00 Exkurze", 570, 150, "Exkurze"),
        ("v 9 hodin Sraz", 540, None, "Sraz"),
        ("9:30 bis 12 Uhr Besuch", 570, 150, "Besuch"),
        ("um 9 Uhr 30 Besuch", 570, None, "Besuch"),
        ("ob 9. uri Delavnica", 540, None, "Delavnica"),
        ("od 9. do 12. ure Delavnica", 540, 180, "Delavnica"),
        ("от 9:30 до 12:00 ч. Посещение", 570, 150, "Посещение"),
        ("в 10 часа Среща", 600, None, "Среща"),
        ("9 am – 12:30 pm Visit", 540, 210, "Visit"),
        ("9–11 pm Evening", 1260, 120, "Evening"),
        ("11–1 p.m. Visit", 660, 120, "Visit"),
        ("12 pm Lunch", 720, None, "Lunch"),
        ("12:15 am Night bus", 15, None, "Night bus"),
        ("9:30-noon Talk", 570, 150, "Talk"),
        ("9–12", 540, 180, ""),
        ("0930-1200 Visit", 570, 150, "Visit"),
        ("from 14:30 Visit", 870, None, "Visit"),
        ("14.30 alkaen Vierailu", 870, None, "Vierailu"),
        ("9:30 (45 min) Talk", 570, 45, "Talk"),
        ("9:30 Talk (1 h 30 min)", 570, 90, "Talk"),
        ("9.30, 1,5 h, Talk", 570, 90, "Talk"),
        ("Talk (45 min)", None, 45, "Talk"),
        ("22:00–02:00 Night round", 1320, 240, "Night round"),
        ("20:00–24:00 Party", 1200, 240, "Party"),
        ("11:00–1:30 Street round", 660, 150, "Street round"),
        ("11:00–01:30 Street round", 660, 870, "Street round"),
        ("14:00–14:00 Nothing long", 840, None, "Nothing long"),
        ("9:30:00 Excel", 570, None, "Excel"),
        ("9³⁰–10¹⁵ Seznámení", 570, 45, "Seznámení"),
        ("Lunch 12:00–13:00", 720, 60, "Lunch"),
        ("Lunch at 12:30", 750, None, "Lunch"),
        ("Oběd ve 12:30", 750, None, "Oběd"),
        ("Welcome dinner, 18:30, Riegrovy sady", 1110, None, "Welcome dinner, Riegrovy sady"),
        ("10.00–10.45 10 years of streetwork", 600, 45, "10 years of streetwork"),
        ("9:30 - 2nd floor", 570, None, "2nd floor"),
        ("20:00–late Party", 1200, None, "Party"),
        ("n. klo 15.30 päivän purku", 930, None, "päivän purku"),
        ("cca 17:00 konec", 1020, None, "konec"),
        ("14.30–16 Bus 119", 870, 90, "Bus 119"),
    ],
)
def test_times_are_read_as_people_write_them(line: str, start: int | None, minutes: int | None, rest: str) -> None:
    assert times_in(plain_digits(line)) == Times(start, minutes, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Sokolovská 14",
        "Groups 2-5",
        "12.6.2024 Tuesday",
        "11.6. Tuesday",
        "12.50 € per person",
        "120.00 CZK",
        "12,50 – 13,00 €",
        "CZK 12.50",
        "2018-2020 Strategy",
        "777 123 456 phone",
        "+420 777 123 456",
        "9. Welcome",
        "8–10 people for lunch",
        "Bus 119 to the airport",
        "v Praze oběd",
        "a 5 minute talk",
        "3 days of placements",
        "tel. 12 30",
        "",
    ],
)
def test_what_is_no_time_is_left_in_the_line(line: str) -> None:
    assert times_in(line) == Times(None, None, line)


@pytest.mark.parametrize(
    "line",
    ["25:70 Broken", "24:00 Midnight", "9:30–12:75 Talk", "9:00-12:00, 13:00-15:00 Both", "9:00-10:00-11:00 All"],
)
def test_impossible_times_are_told(line: str) -> None:
    with pytest.raises(ImpossibleTimeError):
        times_in(line)


def test_four_figures_are_times_where_others_show_it() -> None:
    assert uses_compact(["2000-2030 Dinner", "0930-1200 Visit"])
    assert not uses_compact(["2018-2020 Strategy", "9:30 Visit"])
    assert times_in("2000-2030 Dinner", compact=True) == Times(1200, 30, "Dinner")
    assert times_in("0930 Welcome", compact=True) == Times(570, None, "Welcome")


def test_a_cell_holds_one_time_or_none() -> None:
    assert [clock_of(cell) for cell in ("9:30", "9.30 h", "14", "9:30–12", "Hall 3", "25:00", "")] == [
        570,
        570,
        None,
        570,
        None,
        None,
        None,
    ]


def clock(minutes: int, joint: str = ":") -> str:
    return f"{minutes // 60 % 24}{joint}{minutes % 60:02}"


def padded(minutes: int, joint: str = ":") -> str:
    return f"{minutes // 60 % 24:02}{joint}{minutes % 60:02}"


def half(minutes: int) -> str:
    hour = minutes // 60 % 24
    return f"{hour % 12 or 12}:{minutes % 60:02} {'pm' if hour >= 12 else 'am'}"


STYLES = [
    lambda a, b: f"{padded(a)}–{padded(b)}",
    lambda a, b: f"{padded(a)} - {padded(b)}",
    lambda a, b: f"klo {padded(a, '.')}–{padded(b, '.')}",
    lambda a, b: f"kl. {padded(a, '.')}-{padded(b, '.')}",
    lambda a, b: f"od {padded(a)} do {padded(b)}",
    lambda a, b: f"od {padded(a)} až {padded(b)} hod.",
    lambda a, b: f"{padded(a)} bis {padded(b)} Uhr",
    lambda a, b: f"от {padded(a)} до {padded(b)} ч.",
    lambda a, b: f"{padded(a, 'h')} – {padded(b, 'h')}",
    lambda a, b: f"{half(a)} – {half(b)}",
    lambda a, b: f"{half(a).replace('m', '.m.')} to {half(b).replace('m', '.m.')}",
    lambda a, b: f"from {padded(a)}\u00a0to\u00a0{padded(b)}",
    lambda a, b: f"{clock(a)} ({b - a} min)" if b - a < 1000 else f"{padded(a)}–{padded(b)}",
    lambda a, b: f"{clock(a)} ({(b - a) // 60} h {(b - a) % 60} min)" if b - a >= 60 else f"{padded(a)}–{padded(b)}",
]


@given(
    start=st.integers(0, 1439), minutes=st.integers(1, 1439), style=st.sampled_from(STYLES), title=st.sampled_from("ŽW")
)
def test_times_printed_in_any_style_are_read_back(start: int, minutes: int, style: object, title: str) -> None:
    assert callable(style)
    line = f"{style(start, start + minutes)} {title}elcome, Sokolovská 14"
    assert times_in(line) == Times(start, minutes, f"{title}elcome, Sokolovská 14")


@given(start=st.integers(0, 1439), minutes=st.integers(1, 720))
def test_times_without_noughts_are_read_back_up_to_half_a_day(start: int, minutes: int) -> None:
    assert times_in(f"{clock(start)}–{clock(start + minutes)} Talk") == Times(start, minutes, "Talk")


@given(st.text(max_size=80))
def test_no_line_breaks_the_reading(line: str) -> None:
    try:
        times = times_in(plain_digits(line))
    except ImpossibleTimeError:
        return
    assert times.start is None or 0 <= times.start < 1440
    assert times.minutes is None or times.minutes > 0
