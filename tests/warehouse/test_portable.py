"""The sets of the core are told to Spark, file by file, so that a larger shop runs the same files there."""

from collections import defaultdict
from pathlib import Path

import pytest
import sqlglot

from pipelines.warehouse.spark.closures import closure_of
from pipelines.warehouse.spark.macros import shared_macros
from pipelines.warehouse.spark.statements import Deed, Telling, statements_of, told, written
from pipelines.warehouse.spark.values import literal

SQL = Path(__file__).parents[2] / "pipelines" / "warehouse" / "sql"
LAYERS = ("journal", "match", "stock", "typed")
FACTS = (
    "bank_lines", "coverage", "credit_note_lines", "credit_note_lines_total_vat", "credit_note_origins", "credit_notes", "emptied",
    "opening_balances", "opening_numbers", "order_lines", "order_lines_total_vat", "order_states", "orders", "payments", "payouts",
    "provider_balances", "refunds", "return_lines", "returns", "shop_stock", "stock_counts", "stock_receipts", "stock_writeoffs",
)  # fmt: skip
BESIDE = (
    "core/journal", "core/item_groups", "core/letterings", "core/journal_lines", "raw/no_used_rows", "raw/used_rows", "raw/file_outcomes",
    *(f"core/{name}" for name in FACTS),
)  # fmt: skip
FILES = [*(f"{layer}/{path.stem}" for layer in LAYERS for path in sorted((SQL / layer).glob("*.sql"))), *BESIDE]


def _told(text: str, **parameters: object) -> Telling:
    statement = sqlglot.parse_one(text, read="duckdb")
    return told(written(statement, shared_macros(), parameters), lambda _table: ("a", "b"))


@pytest.mark.parametrize("name", FILES)
def test_every_statement_of_the_core_is_told_in_words_that_spark_has(name):
    macros = dict(shared_macros())
    for statement in statements_of(name):
        if not isinstance(statement, sqlglot.exp.Expr):
            macros[statement[0]] = statement[1]
            continue
        whole = written(statement, macros, defaultdict(str))
        closure = closure_of(whole)
        for one in [*closure.begun(), *closure.next(), closure.reader] if closure else [whole]:
            telling = told(one, lambda _table: ("a", "b"))
            assert not telling.question or sqlglot.parse(telling.question, read="spark")


def test_rows_to_delete_are_left_out_by_their_place():
    telling = _told("delete from core.x as old using (select a from core.y) as gone where old.a = gone.a")
    assert (telling.deed, telling.table, telling.reads) == (Deed.KEPT, "core.x", {"core.x", "core.y"})
    assert "LEFT ANTI JOIN" in telling.question


def test_rows_to_update_keep_what_no_row_changes():
    telling = _told("update core.x set b = b || $word where a = 1", word="!")
    assert "`old`.`a`, IF(new.rowid IS NULL, `old`.`b`, new.new_b) AS `b`" in telling.question


def test_a_table_emptied_is_told_without_a_question():
    assert _told("delete from core.x") == _told("truncate core.x") == Telling(Deed.KEPT, table="core.x")


def test_a_macro_is_written_out_with_its_values():
    assert "core" not in _told("select core.say('fr', a, b) from x").question
    assert _told("select floor_share(a + 1, 2) from x").question.startswith("SELECT ((a + 1) DIV 2 - ")


def test_a_product_as_a_whole_number_is_rounded_not_cut():
    assert _told("select cast(a * 10 as integer) from x").question.startswith("SELECT CAST(ROUND(a * 10) AS INT)")


def test_the_last_row_before_an_instant_is_the_last_of_those_that_match():
    asked = _told("select x.a from x asof left join y on y.b = x.b and y.a <= x.a").question
    assert "LEFT JOIN LATERAL (SELECT * FROM y AS y WHERE y.b = x.b AND y.a <= x.a ORDER BY y.a DESC" in asked


def test_what_spark_cannot_be_told_is_named():
    with pytest.raises(NotImplementedError, match="Set"):
        _told("set threads = 2")


@pytest.mark.parametrize(
    ("value", "words"),
    [("a'b", "'a''b'"), (None, "NULL"), (True, "TRUE"), (["a"], "['a']"), ({"a": 1}, "{'a': 1}")],
)
def test_a_parameter_is_written_as_a_value(value, words):
    assert literal(value).sql("duckdb") == words
