"""A source that falls silent against its own rhythm is a hole; its quiet weekdays are not."""

from datetime import date, timedelta

from pipelines.warehouse import open_warehouse

FIRST = date(2026, 9, 7)


def holes(silent, rows=8, days=56, as_of=None):
    """A refunds source of so many rows each working day from Monday 7 September on, but for the silent days."""
    spoken = [FIRST + timedelta(offset) for offset in range(days)]
    told = {day: rows for day in spoken if day.weekday() < 5 and day not in silent}
    return holes_of(told, as_of or FIRST + timedelta(days - 1))


def holes_of(told, as_of):
    """The holes of a source that told so many rows on each day."""
    with open_warehouse() as warehouse:
        for day, rows in told.items():
            warehouse.connection.execute("insert into core.coverage values ('refunds', 'stripe', ?, ?)", [day, rows])
        warehouse.run("breaks/coverage_hole", as_of=as_of, language="fr")
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


def every_day(first, days, rows):
    return {first + timedelta(offset): rows for offset in range(days)}


def test_a_slow_start_promises_nothing():
    slow = every_day(date(2026, 7, 1), 60, 0) | {date(2026, 7, day): 2 for day in (1, 6, 12, 19, 23, 30)}
    told = {day: rows for day, rows in slow.items() if rows} | every_day(FIRST, 56, 20)
    assert holes_of(told, FIRST + timedelta(55)) == []


def test_one_old_row_promises_nothing():
    assert holes_of({date(2026, 3, 2): 5} | every_day(FIRST, 56, 20), FIRST + timedelta(55)) == []


def test_a_first_file_of_a_few_days_promises_what_the_next_one_bears_out():
    told = every_day(FIRST, 3, 20) | every_day(FIRST + timedelta(21), 35, 20)
    ((provider, opened_on, expected),) = holes_of(told, FIRST + timedelta(55))
    assert (provider, opened_on) == ("stripe", FIRST + timedelta(3))
    assert "du 10/09/2026 au 27/09/2026" in expected


def test_two_closings_in_a_row_are_two_holes():
    told = every_day(FIRST, 56, 20)
    for day in (date(2026, 10, 6), date(2026, 10, 9)):
        del told[day]
    assert sorted(row[1] for row in holes_of(told, FIRST + timedelta(55))) == [date(2026, 10, 6), date(2026, 10, 9)]


def test_a_hole_is_shown_in_every_month_it_touches():
    with open_warehouse() as warehouse:
        warehouse.connection.execute(
            "insert into core.coverage_holes values ('orders', null, date '2026-09-28', date '2026-10-03', 'commandes')"
        )
        warehouse.connection.execute(
            "insert into core.breaks (break_id, kind, expected, opened_on, age_days, action, status) values"
            " ('B1', 'coverage_hole', 'commandes', date '2026-09-28', 1, '', 'open')"
        )
        shown = {
            month: warehouse.rows("out/dashboard_holes", since=date(2026, month, 1), until=date(2026, month, 28))
            for month in (8, 9, 10, 11)
        }
    assert [month for month, rows in shown.items() if rows] == [9, 10]
