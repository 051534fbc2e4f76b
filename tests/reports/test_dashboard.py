"""The dashboard stands alone, tells rates honestly, and shows hostile text as text."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
import json
import re

import pytest

from pipelines.domain.dashboard import (
    Cost,
    Dashboard,
    Delays,
    Heat,
    MonthOfReturns,
    Owed,
    ReasonOfReturn,
    ReturnedArticle,
    Unmapped,
)
from pipelines.domain.shop.policy import usual_reasons
from pipelines.domain.statistics import rate
from reports.dashboard import dashboard_page

ZERO = Decimal(0)
EMPTY = Dashboard(
    shop_name="Atelier Garance",
    language="fr",
    currency="EUR",
    month="2026-10",
    until=date(2026, 10, 31),
    months=(),
    reasons=(),
    articles=(),
    defects=(),
    heat=(),
    delays=Delays(0, None, None, None, rate(0, 0), rate(0, 0), 14),
    cost=Cost(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO),
    handlings=(),
    returners=(),
    owed=Owed(0, ZERO, 0, ZERO, ZERO),
    holes=(),
    unmapped=(),
    reason_words={code: reason.words for code, reason in usual_reasons().items()},
)
HOSTILE = "</script><img src=x onerror=alert(1)>"


def text(record: Dashboard) -> str:
    return dashboard_page(record).decode()


def figures(page: str) -> dict:
    return json.loads(re.search(r'id="figures">(.*?)</script>', page, re.DOTALL)[1])


def test_a_month_without_rows_still_has_its_page():
    assert "Rien à signaler." in text(EMPTY)


def test_the_page_fetches_nothing():
    page = text(EMPTY)
    assert re.findall(r'(?:src|href)\s*=\s*["\']?(?:https?:)?//', page.split("<script>")[0]) == []
    assert "default-src 'none'" in page


def test_the_page_is_light():
    assert len(dashboard_page(EMPTY)) < 3_000_000


def test_hostile_text_is_text():
    article = ReturnedArticle("SKU", HOSTILE, 30, 4, 0, Decimal(80))
    page = text(
        replace(
            EMPTY,
            articles=(article,),
            heat=(Heat("quarter", "SKU", HOSTILE, "other", 1),),
            unmapped=(Unmapped(HOSTILE, 2),),
            reason_words={"other": HOSTILE},
        )
    )
    assert HOSTILE not in page
    assert "&lt;img src=x" in page


@pytest.mark.parametrize(
    ("said", "shown"), [("Article défectueux", "Faulty"), ("Broken on arrival", "Broken on arrival")]
)
def test_an_english_page_says_a_reason_as_the_shop_does_or_in_english_where_it_left_it_as_usual(said, shown):
    heat = (Heat("quarter", "SKU", "Robe", "defective", 1),)
    page = text(replace(EMPTY, language="en", heat=heat, reason_words={"defective": said}))
    assert f'<th scope="col">{shown}</th>' in page


@pytest.mark.parametrize(("month", "young"), [("2026-09", False), ("2026-10", True)])
def test_a_young_cohort_is_greyed(month, young):
    row = MonthOfReturns(month, 100, 140, Decimal(5000), 9, 11, Decimal(400), 8, 9, Decimal(390), Decimal(380))
    assert figures(text(replace(EMPTY, months=(row,))))["trend"]["young"] == [young]


def test_few_cases_are_said_to_be_few():
    article = ReturnedArticle("SKU", "Carafe", 12, 3, 0, Decimal(80))
    assert "trop peu de cas" in text(replace(EMPTY, articles=(article,)))


def test_the_suggestion_carries_its_numbers():
    reason = ReasonOfReturn("too_small", 1, Decimal(1), Decimal("49.90"), Decimal("49.90"), ZERO, ZERO)
    assert "1 retour, 49,90\u00a0€ : ajouter un guide des tailles" in text(replace(EMPTY, reasons=(reason,)))


def test_a_month_nothing_is_known_of_is_a_dash_and_no_zero():
    september = MonthOfReturns("2026-09", 100, 140, Decimal(5000), 9, 11, ZERO, 8, 9, ZERO, ZERO)
    reason = ReasonOfReturn("other", 1, Decimal(1), Decimal(30), ZERO, ZERO, ZERO)
    row = re.search(
        r"<tr><th scope=\"row\">[^<]*autre.*?</tr>",
        text(replace(EMPTY, months=(september,), reasons=(reason,))),
        re.IGNORECASE,
    )
    assert re.findall(r"<td>([^<]*)</td>", row[0])[-2:] == ["0,00\u00a0€", "—"]


def test_the_pareto_cumulates_to_the_whole():
    reasons = tuple(
        ReasonOfReturn(code, 1, Decimal(1), Decimal(money), ZERO, ZERO, ZERO)
        for code, money in [("other", 30), ("quality", 10)]
    )
    assert figures(text(replace(EMPTY, reasons=reasons)))["pareto"]["cumulated"] == ["0.7500", "1.0000"]


def test_english_by_setting():
    assert '<html lang="en">' in text(replace(EMPTY, language="en"))
    assert "Returns dashboard" in text(replace(EMPTY, language="en"))
