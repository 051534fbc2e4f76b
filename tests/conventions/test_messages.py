"""Every sentence a person may get is met by a test, under its code."""

from collections.abc import Iterator
import importlib
from pathlib import Path
import pkgutil

from pipelines.domain import messages
from pipelines.domain.messages import Message

TESTS = Path(__file__).parents[1]
WITHOUT = frozenset(
    (
        "backup-differs",
        "bank-impossible-amount",
        "bank-impossible-date",
        "bank-no-statement",
        "bank-open-statement",
        "bank-unknown-record",
        "bank-unreadable",
        "books-not-a-rate",
        "books-nothing-to-export",
        "broken-quote",
        "command-no-shop",
        "command-no-shops",
        "command-not-a-demonstration",
        "command-not-a-month",
        "command-not-empty",
        "command-unknown-number",
        "credit-note-without-lines",
        "doctor-archive-altered",
        "doctor-disk-short",
        "doctor-no-paper",
        "doctor-shelf-broken",
        "doctor-warehouse-of-another-version",
        "doctor-warehouse-unreadable",
        "file-ambiguous-format",
        "file-faulty-record",
        "file-locked-archive",
        "file-unreadable",
        "forget-nobody-named",
        "line-too-long",
        "portal-forged",
        "portal-not-allowed",
        "portal-not-found",
        "portal-not-local",
        "portal-nothing-chosen",
        "portal-too-many-tries",
        "portal-wrong-password",
        "stock-unreadable-bundle",
        "vat-rate-unclear",
        "warehouse-open-elsewhere",
    )
)
"""What no test meets yet: a code leaves this list with its test, and none enters."""


def catalogue() -> Iterator[Message]:
    for module in pkgutil.iter_modules(messages.__path__):
        for value in vars(importlib.import_module(f"{messages.__name__}.{module.name}")).values():
            several = value if isinstance(value, tuple) else [value]
            yield from (each for each in several if isinstance(each, Message))


def test_every_message_has_a_test_that_meets_it():
    written = "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py") if path != Path(__file__))
    unmet = {message.code for message in catalogue() if message.code not in written}
    assert sorted(unmet - WITHOUT) == []
