"""The public parsers' and providers' own samples, where they are at hand: each is read, or refused in a sentence."""

from pathlib import Path

import pytest

from pipelines.domain.refusals import Refusal
from pipelines.sources import record_sources
from pipelines.sources.source import Document, Record, Rejected

ROOT = Path(__file__).parents[2]
SAMPLES = next((found for up in ROOT.parents if (found := up / "shared" / "data" / "samples").is_dir()), ROOT / "none")
SHOP = {"currency": "EUR", "time_zone": "Europe/Paris"}

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the public samples are not shipped with the project")


def readings(folder):
    for path in sorted((SAMPLES / folder).rglob("*.*")):
        document = Document(path.read_bytes(), SHOP)
        for source in record_sources():
            if source.recognises(document):
                try:
                    yield path.name, list(source.read(document))
                except Refusal as refusal:
                    yield path.name, refusal


@pytest.mark.parametrize(
    ("folder", "files", "lines", "refused"),
    [
        ("bank/camt", 6, 13, 0),
        ("bank/ofx", 6, 8, 0),
        ("bank/cfonb-silarhi", 4, 10, 0),
        ("bank/cfonb-pennylane", 8, 6, 7),
        ("bank/mt940", 30, 200, 0),
    ],
)
def test_a_banks_samples_are_read_or_refused_in_a_sentence(folder, files, lines, refused):
    found = dict(readings(folder))
    records = [
        each for read in found.values() if not isinstance(read, Refusal) for each in read if isinstance(each, Record)
    ]
    assert (len(found), sum(isinstance(read, Refusal) for read in found.values())) == (files, refused)
    assert len(records) >= lines
    assert all(record.values["booked_on"] and record.values["amount"] and record.values["label"] for record in records)


@pytest.mark.parametrize("folder", ["psp/mollie-api-python", "psp/mollie-api-php", "psp/stripe-openapi", "shopify"])
def test_a_providers_samples_are_read_without_a_fault(folder):
    found = list(readings(folder))
    assert found
    assert not [
        (name, each)
        for name, read in found
        if not isinstance(read, Refusal)
        for each in read
        if isinstance(each, Rejected)
    ]
