"""The month of the manual is lived: each command of un-mois.md is given, in its order, to a shop of its own."""

from pathlib import Path
import shutil

import pytest

from assets.command import exit_code
from tests.docs.console import CommandLine, command_lines
from tests.steps.test_send import mailbox  # noqa: F401 (a fixture)

MAIL = """
[email]
server = "127.0.0.1"
port = {port}
sender = "avoirs@brume-et-varech.example"
encryption = "none"
per_minute = 6000
"""
NOBODY = ("forget", "client@exemple.fr")
"""The manual names a customer who is nobody's: that is said."""


@pytest.fixture
def desk(own_sample_shop, tmp_path, mailbox, monkeypatch) -> Path:  # noqa: F811
    """Where the shop of the manual stands, with the files its month takes up."""
    place = tmp_path / "bureau"
    place.mkdir()
    shop = Path(shutil.copytree(own_sample_shop, place / "ma-boutique", symlinks=True))
    with (shop / "shop.toml").open("a") as settings:
        settings.write(MAIL.format(port=mailbox.port))
    month = shop / "published" / "2026-10"
    shutil.copy(month / "grand-livre-2026-10.xlsx", place)
    [fec] = (month / "fec").glob("*.txt")
    shutil.copy(fec, place / "999999998FEC20261231.txt")
    monkeypatch.chdir(place)
    return place


def expected(line: CommandLine) -> set[int]:
    return {2} if line.words[:2] == NOBODY else {0, 3}


@pytest.mark.slow
def test_a_month_of_the_manual_can_be_lived(desk, capsys):
    lived = {}
    for line in command_lines():
        if line.page == "un-mois.md":
            lived[str(line)] = (exit_code(line.words), expected(line), capsys.readouterr().err)
    assert lived
    assert {line: told for line, told in lived.items() if told[0] not in told[1]} == {}
