"""Tells the person in charge: the letter of the morning once the shelf shows it, and a night that failed at once."""

from collections.abc import Mapping
import os
from pathlib import Path
import time

from assets.clock import Clock
from assets.metrics import GAUGES
from assets.passage import Passage, shop_at
from pipelines.domain.messages import letter as messages
from pipelines.domain.messages.answers import answer
from pipelines.domain.messages.steps import stopped_at
from pipelines.domain.morning import Morning
from pipelines.domain.notices import Notice
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.domain.summaries import Summary
from pipelines.steps.tell import Told, last_told, put_by, tell, ways

FIGURES = ("as_of", *GAUGES)


def keep_letter(passage: Passage, record: Morning, text: str, report: Mapping[str, object]) -> None:
    """Put the letter by before the shelf is switched, so that a night that dies between both loses none."""
    from reports.morning.text import morning_subject

    asked, day = ways(passage.shop), str(passage.as_of)
    is_first_of_day = passage.shop.letter.every_night and last_told(passage.folder) != day
    if asked and (record.has_changed or is_first_of_day):
        figures = {"shop": record.shop_name, **{name: report[name] for name in FIGURES}}
        put_by(passage.folder, Notice(day, morning_subject(record), text, figures, asked))


def tell_morning(passage: Passage) -> Summary:
    """Send what was put by; what cannot go now waits, is said, and stops nothing."""
    if not ways(passage.shop):
        return Summary("letter", {"sent": 0, "waiting": 0})
    told = tell(passage.folder, passage.shop, _password(passage.shop), time.sleep)
    if told.waiting:
        passage.letter += "\n" + _waits(told).sentence(passage.shop.identity.language) + "\n"
    return told.summary()


def tell_failure(root: Path, step: str, sentence: str) -> None:
    """Say which step failed, and what to do; whoever cannot be reached now is told with the next letter."""
    try:
        folder, shop = shop_at(root)
        if not ways(shop):
            return
        name, language = shop.identity.name, shop.identity.language
        day = str(Clock(shop.identity.time_zone).today())
        subject, text = answer("night_failed", language, shop=name, day=day), stopped_at(step, sentence, language)
        put_by(folder, Notice(day, subject, text, {"shop": name, "failed_step": step}, ways(shop)))
        tell(folder, shop, _password(shop), time.sleep)
    except (Refusal, OSError):
        return


def _password(shop: Shop) -> str:
    return os.environ.get(shop.email.password_variable, "")


def _waits(told: Told) -> Refusal:
    return Refusal(messages.WAITS, "shop.toml, [letter]", count=told.waiting, reason=told.reason)
