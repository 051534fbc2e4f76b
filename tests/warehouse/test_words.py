"""Amounts in the sentences that SQL writes are those that Python writes."""

from decimal import Decimal

import pytest

from pipelines.domain.money import in_words
from pipelines.warehouse import open_warehouse

AMOUNTS = ("0.05", "-0.05", "12.00", "999.99", "-1234.50", "1234567.89")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("currency", ["EUR", "GBP", "CHF"])
def test_sentences_write_amounts_as_everything_else(language, currency):
    asked = "select core.in_words($language, cast(amount as decimal(18, 2)), $currency) from unnest($amounts) as told (amount)"
    with open_warehouse() as warehouse:
        said = warehouse.connection.execute(asked, {"language": language, "currency": currency, "amounts": AMOUNTS})
        assert [text for (text,) in said.fetchall()] == [in_words(Decimal(a), currency, language) for a in AMOUNTS]
