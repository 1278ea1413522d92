"""Numbers, sums of money and shares as the CLDR writes them in a language."""

import re
from decimal import Decimal

from babel import Locale
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_symbol


def number(locale: Locale, value: int | Decimal) -> str:
    return format_decimal(value, locale=locale)


def amount(locale: Locale, value: Decimal, currency: str | None) -> str:
    """With as many decimals as were given: Decimal("85440.00") is "85 440,00" in Czech."""
    decimals = _decimals(value)
    if currency is None:
        return format_decimal(value, f"#,##0{decimals}", locale=locale, decimal_quantization=False)
    pattern: str = locale.currency_formats["standard"].pattern.replace("0.00", f"0{decimals}")
    if get_currency_symbol(currency, locale=locale)[-1:].isalpha():
        pattern = re.sub(r"^¤(?=\S)", "¤\u00a0", pattern)
    return format_currency(value, currency, pattern, locale=locale, currency_digits=False)


def percent(locale: Locale, value: Decimal) -> str:
    """``value`` counts hundredths: Decimal("75") is "75 %" in Czech."""
    pattern: str = locale.percent_formats[None].pattern.replace("0", f"0{_decimals(value.normalize())}")
    return format_percent(value / 100, pattern, locale=locale)


def _decimals(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "." + "0" * places if places else ""
