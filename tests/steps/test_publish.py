"""The shelf: a whole edition or none, unchanged files shared, old editions pruned."""

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.steps.publish import digest, edition, switch


@pytest.fixture
def folder(tmp_path) -> ShopFolder:
    return ShopFolder(tmp_path)


def published(folder: ShopFolder, files: dict[str, bytes], cleared: tuple[str, ...] = ()) -> None:
    with edition(folder) as made:
        for path in cleared:
            made.clear(path)
        for path, content in files.items():
            made.write(path, content)
        switch(folder, made)


def test_what_is_written_is_shown_at_once_and_what_is_left_alone_stays(folder):
    published(folder, {"2026-09/a.txt": b"1", "2026-10/a.txt": b"1"})
    published(folder, {"2026-10/a.txt": b"2"})
    assert (folder.published / "2026-10/a.txt").read_bytes() == b"2"
    assert (folder.published / "2026-09/a.txt").read_bytes() == b"1"


def test_what_is_cleared_and_not_written_again_is_gone(folder):
    published(folder, {"2026-10/avoirs/1.pdf": b"1", "2026-10/avoirs-2026-10.pdf": b"1"})
    published(folder, {}, cleared=("2026-10/avoirs",))
    assert not (folder.published / "2026-10/avoirs/1.pdf").exists()
    assert (folder.published / "2026-10/avoirs-2026-10.pdf").exists()


def test_an_edition_that_fails_changes_nothing_and_leaves_nothing(folder):
    published(folder, {"a.txt": b"1"})
    with pytest.raises(IsADirectoryError), edition(folder) as made:
        made.write(".", b"2")
    assert (folder.published / "a.txt").read_bytes() == b"1"
    assert [path.name for path in folder.editions.iterdir()] == ["0000001"]


def test_the_same_records_are_rendered_once(folder):
    def rendered(records: str) -> bool:
        with edition(folder) as made:
            made.clear("a.txt")
            is_new = made.render("a.txt", digest(records), records.encode)
            switch(folder, made)
        return is_new

    assert [rendered("x"), rendered("x"), rendered("y")] == [True, False, True]
    assert (folder.published / "a.txt").read_bytes() == b"y"


def test_an_unchanged_file_is_one_file_with_two_names(folder):
    published(folder, {"a.txt": b"1"})
    before = (folder.published / "a.txt").stat().st_ino
    published(folder, {"b.txt": b"1"})
    assert (folder.published / "a.txt").stat().st_ino == before


def test_old_editions_are_pruned(folder):
    for number in range(5):
        published(folder, {"a.txt": str(number).encode()})
    assert [path.name for path in sorted(folder.editions.iterdir())] == ["0000003", "0000004", "0000005"]


def test_a_shelf_copied_as_a_plain_folder_becomes_the_first_edition(folder):
    (folder.published / "2026-09").mkdir(parents=True)
    (folder.published / "2026-09" / "a.txt").write_text("1")
    published(folder, {"b.txt": b"1"})
    assert folder.published.is_symlink()
    assert (folder.published / "2026-09/a.txt").read_text() == "1"


def test_a_month_without_facts_leaves_the_shelf(folder):
    published(folder, {"2026-06/a.txt": b"1", "2026-10/a.txt": b"1", "tables/a.parquet": b"1"})
    with edition(folder) as made:
        made.keep_only_months(["2026-10"])
        switch(folder, made)
    assert sorted(path.name for path in folder.published.iterdir() if path.is_dir()) == ["2026-10", "tables"]
