"""A source that falls silent against its own rhythm is a hole; its quiet weekdays are not."""

from datetime import date, timedelta

from pipelines.warehouse import open_warehouse

FIRST = date(2026, 9, 7)


def holes(silent, rows=8, days=56, as_of=None):
    """A refunds source of so many rows each working day from Monday 7 September on, but for the silent days."""
    with open_warehouse() as warehouse:
        for offset in range(days):
            day = FIRST + timedelta(offset)
            if day.weekday() < 5 and day not in silent:
                warehouse.connection.execute(
                    "insert into core.coverage values ('refunds', 'stripe', ?, ?)", [day, rows]
                )
        last = as_of or FIRST + timedelta(days - 1)
        warehouse.run("breaks/coverage_hole", as_of=last, language="fr")
        sql = "select provider, opened_on, expected from core.break_findings"
        return warehouse.connection.execute(sql).fetchall()


def test_two_silent_working_days_are_a_hole():
    found = holes({date(2026, 10, 6), date(2026, 10, 7)})
    assert [(provider, opened_on) for provider, opened_on, _ in found] == [("stripe", date(2026, 10, 6))]
    assert "du 06/10/2026 au 07/10/2026" in found[0][2]


def test_week_ends_are_no_hole_nor_is_one_quiet_day():
    assert holes(set()) == []
    assert holes({date(2026, 10, 6)}) == []


def test_an_export_that_stops_too_early_is_a_hole():
    assert [row[1] for row in holes(set(), as_of=date(2026, 11, 6))] == [date(2026, 10, 31)]


def test_a_source_seen_for_a_few_days_has_no_rhythm_yet():
    assert holes(set(), rows=50, days=5, as_of=date(2026, 11, 6)) == []
