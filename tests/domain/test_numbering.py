"""Series, and what their numbers say."""

from pipelines.domain.numbering import file_name, is_publishable, runs, series_and_rank


def test_the_last_digits_of_a_number_are_its_rank():
    assert series_and_rank("AV-2026-000123") == ("AV-2026-", 123)
    assert series_and_rank("123/A") == ("…/A", 123)
    assert series_and_rank("AVOIR") is None


def test_a_series_says_its_first_and_last_number_and_how_many_there_are():
    found = runs(["AV-2026-04", "AV-2026-01", "AV-2026-02", "B7", "X"])
    assert [(run.series, run.first, run.last, run.count) for run in found] == [
        ("AV-2026-", "AV-2026-01", "AV-2026-04", 3),
        ("B", "B7", "B7", 1),
    ]


def test_numbers_made_from_instants_are_a_series_like_another():
    [found] = runs(["AV20260101000000", "AV20261231235959"])
    assert (found.first, found.count) == ("AV20260101000000", 2)


def test_a_number_is_a_file_name_that_leads_nowhere_else():
    assert file_name("AV-2026-000123") == "AV-2026-000123"
    assert "/" not in file_name("../../etc/passwd")
    assert not file_name("..").startswith(".")
    assert file_name("A/1") != file_name("A_1") != file_name("A:1")


def test_a_number_may_hold_35_characters_of_those_the_tax_office_takes():
    assert is_publishable("AV-2026/000123_+")
    assert not is_publishable("AV 1")
    assert not is_publishable("A" * 36)
    assert not is_publishable("")
