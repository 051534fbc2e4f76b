"""The figures the page's charts draw, as JSON that no browser can mistake for markup."""

from decimal import Decimal
import json
from typing import Any

from pipelines.domain.months import months_before
from reports.dashboard.view import View


def chart_data(view: View) -> str:
    """Trend and Pareto, with the words they are labelled by."""
    content = {
        "language": view.language,
        "currency": view.record.currency,
        "trend": _trend(view),
        "pareto": _pareto(view),
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _trend(view: View) -> dict[str, Any]:
    months = view.record.months
    return {
        "months": [view.month_name(month.month) for month in months],
        "young": [view.is_young(month) for month in months],
        "rate": [str(month.returned.share) for month in months],
        "low": [str(month.returned.low) for month in months],
        "before": [_year_before(view, month.month) for month in months],
        "high": [str(month.returned.high) for month in months],
        "by_order": [str(month.credited_by_order) for month in months],
        "by_return": [str(month.credited_by_return) for month in months],
        "words": {key: view.words[key] for key in ("trend_rate", "trend_by_order", "trend_by_return", "trend_before")},
    }


def _year_before(view: View, month: str) -> str | None:
    """The rate twelve months earlier; nothing when it is not known."""
    found = view.told(months_before(month, 12))
    return str(found.returned.share) if found else None


def _pareto(view: View) -> dict[str, Any]:
    reasons = [reason for reason in view.record.reasons if reason.credited > 0]
    total = sum((reason.credited for reason in reasons), Decimal(0))
    running, cumulated = Decimal(0), []
    for reason in reasons:
        running += reason.credited
        cumulated.append(str(round(running / total, 4)))
    return {
        "reasons": [view.reason(reason.reason_code) for reason in reasons],
        "credited": [str(reason.credited) for reason in reasons],
        "cumulated": cumulated,
        "words": {key: view.words[key] for key in ("pareto", "cumulated", "trend_money")},
    }
