"""The programming periods of European money, which decide what a paper has to say."""

PERIODS = ((2000, 2006), (2007, 2013), (2014, 2020), (2021, 2027))
"""First and last year of the multiannual programmes of the European Union."""


def period_of(year: int | None) -> tuple[int, int] | None:
    """Return the period a project that begins in ``year`` belongs to; the last one known where the year is not."""
    if year is None:
        return PERIODS[-1]
    return next((period for period in PERIODS if period[0] <= year <= period[1]), None if year < 2000 else PERIODS[-1])
