"""Series and the numbers missing in them."""

from pipelines.domain.numbering import file_name, is_publishable, runs, series_and_rank


def test_the_last_digits_of_a_number_are_its_rank():
    assert series_and_rank("AV-2026-000123") == ("AV-2026-", 123)
    assert series_and_rank("123/A") == ("…/A", 123)
    assert series_and_rank("AVOIR") is None


def test_a_series_names_what_is_missing_between_its_first_and_last_number():
    found = runs(["AV-2026-04", "AV-2026-01", "AV-2026-02", "B7", "X"])
    assert [(run.series, run.first, run.last, run.count, run.missing) for run in found] == [
        ("AV-2026-", "AV-2026-01", "AV-2026-04", 3, ("AV-2026-03",)),
        ("B", "B7", "B7", 1, ()),
    ]


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
