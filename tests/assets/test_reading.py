"""A large inbox is read while the orchestrator loads; what was read, or stopped it, is said by the same step."""

from datetime import date
import json
from pathlib import Path

import pytest

from assets.command import exit_code
from assets.nightly import run_night
from assets.passages import Asked
from pipelines.domain.folder import ShopFolder
from pipelines.steps.ingest import FEW_BYTES

DAY = date(2026, 10, 31)
RECEIPTS = "receipt_id,sku,received_at,quantity\nR-1,MUG,2026-10-01T10:00:00Z,5\n"


@pytest.fixture
def shop(tmp_path) -> Path:
    """A shop whose inbox holds one good row beside much that is no export."""
    root = tmp_path / "boutique"
    assert exit_code(["init", str(root)]) == 0
    (root / "inbox" / "receptions.csv").write_text(RECEIPTS)
    (root / "inbox" / "notes.txt").write_bytes(b"rien\n" * (FEW_BYTES // 5 + 1))
    return root


def test_every_step_waits_for_a_reading_begun_ahead(shop):
    begun = []
    night = run_night(
        [shop], ShopFolder(shop).dagster_home, Asked(DAY, "none", watch=lambda _, step: begun.append(step))
    )
    assert begun[:3] == ["ingest", "decisions", "ingest"]
    told = night.told["boutique"]["ingest"]
    assert (told["rows_used"], told["files_refused"], night.exit_code) == (1, 1, 3)


def test_what_stops_a_reading_begun_ahead_stops_its_own_step(shop):
    (shop / "archive").rmdir()
    (shop / "archive").write_text("ceci n'est pas un dossier")
    with pytest.raises(Exception, match="archive"):
        run_night([shop], ShopFolder(shop).dagster_home, Asked(DAY, "none"))
    [log] = (shop / "logs").glob("*.jsonl")
    told = [json.loads(line) for line in log.read_text().splitlines()]
    assert [(line["event"], line["step"]) for line in told] == [("step", "decisions"), ("failed", "ingest")]
