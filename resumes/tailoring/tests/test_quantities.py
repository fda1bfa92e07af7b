"""Numbers in any spelling mean the same."""

import pytest

from resumes.tailoring.quantities import quantities


def amounts(text: str, language: str) -> list[tuple[float, str]]:
    return [(round(one.value, 6), one.unit) for one in quantities(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("12,000 events", "en", [(12000, "")]),
        ("12k events", "en", [(12000, "")]),
        ("zwölftausend Artikel", "de", [(12000, "")]),
        ("12.000 Artikel", "de", [(12000, "")]),
        ("$1.4B and $1.4 billion", "en", [(1.4e9, "dollar"), (1.4e9, "dollar")]),
        ("2,4 Mio. Euro", "de", [(2.4e6, "euro")]),
        ("1,2 M€", "fr", [(1.2e6, "euro")]),
        ("150 k€", "fr", [(150000, "euro")]),
        ("90 mil euros", "es", [(90000, "euro")]),
        ("mil doscientos clientes", "es", [(1200, "")]),
        ("treinta y dos proveedores", "es", [(32, "")]),
        ("quatre-vingt-dix postes", "fr", [(90, "")]),
        ("soixante-dix postes", "fr", [(70, "")]),
        ("vingt pour cent", "fr", [(20, "percent")]),
        ("zweihundertfünfundzwanzig Kunden", "de", [(225, "")]),
        ("ein achtköpfiges Team", "de", [(8, "person")]),
        ("fünfjährige Erfahrung", "de", [(5, "year")]),
        ("two dozen shops", "en", [(24, "")]),
        ("two decades", "en", [(20, "year")]),
        ("one to two patients", "en", [(1, ""), (2, "")]),
        ("six manual hours", "en", [(6, "hour")]),
        ("a five-year agreement", "en", [(5, "year")]),
        ("de 320.000 a 90.000 euros", "es", [(320000, "euro"), (90000, "euro")]),
        ("from 2019-03-01 on", "en", []),
        ("STM32 and Go", "en", []),
        ("one of them", "en", []),
        ("an hour and a half", "en", [(1.5, "hour")]),
        ("half a million visitors", "en", [(500000, "")]),
        ("anderthalb Stunden", "de", [(1.5, "hour")]),
        ("une demi-heure", "fr", [(0.5, "hour")]),
        ("hora y media", "es", [(1.5, "hour")]),
        ("dix-huit entreprises", "fr", [(18, "")]),
        ("zweier Brücken", "de", [(2, "")]),
        ("250 T€ und 300 TEUR", "de", [(250000, "euro"), (300000, "euro")]),
        ("30 ha de olivar", "es", [(30, "hectare")]),
        ("turning over £85k", "en", [(85000, "pound")]),
    ],
)
def test_a_number_is_read(text: str, language: str, expected: list[tuple[float, str]]) -> None:
    assert amounts(text, language) == expected


def test_a_year_is_told_from_a_count() -> None:
    assert [one.is_year for one in quantities("since 2017, with 2,017 items", "en")] == [True, False]
