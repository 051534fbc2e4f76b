"""The story of one return, told from any of its numbers."""

from pathlib import Path

import pytest

from pipelines.steps.explain import explain
from pipelines.warehouse.shelf import open_shelf
from pipelines.warehouse.tables import table_names, write_table
from tests.reconciled import reconciled

SHOP = {
    "orders": " order_id | ordered_on | gross \n 1001 | 2026-09-01 | 100.00 ",
    "payments": " payment_id | order_id | amount \n pi_1 | 1001 | 100.00 ",
    "credit_notes": " credit_note_number | order_id | gross | issued_on \n AV-1 | 1001 | 20.00 | 2026-10-05 ",
    "refunds": " refund_id | payment_id | gross | created_on \n re_1 | pi_1 | 18.50 | 2026-10-06 ",
}


@pytest.mark.parametrize("number", ["AV-1", "re_1", "1001", "av-1"])
def test_every_number_tells_the_same_story(tmp_path: Path, number: str):
    with reconciled(**SHOP) as warehouse:
        for name, schema in table_names(warehouse).items():
            write_table(warehouse, name, schema, tmp_path / f"{name}.parquet")
    with open_shelf(tmp_path) as shelf:
        lines = [told.line() for told in explain(shelf, number)]
    assert lines[:7] == [
        "01/09/2026  Commande  1001  100,00\u00a0€  delivered  [000000000000, 1]",
        "01/09/2026  Encaissement  pi_1  100,00\u00a0€  stripe  [000000000000, 1]",
        "05/10/2026  Avoir  AV-1  20,00\u00a0€  part_settled  refund  [000000000000, 1]",
        "06/10/2026  Remboursement  re_1  18,50\u00a0€  matched  stripe  [000000000000, 1]",
        "            Piste  re_1  payment  1001",
        "06/10/2026  Rapprochement  AV-1 ↔ re_1  18,50\u00a0€  confirmed  le paiement remboursé est celui de la commande 1001",
        "05/10/2026  Document · argent · marchandise  AV-1  present · missing · not_observed  remboursé le 06/10/2026",
    ]
    assert any(
        "Remboursé trop peu  1,50\u00a0€  open  avoir 20,00\u00a0€ / remboursé 18,50\u00a0€ : écart 1,50\u00a0€" in line
        for line in lines
    )
