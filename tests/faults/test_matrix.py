"""Whatever happens to a passage at whatever step, it says so in a sentence and the next one ends as an undisturbed one."""

from collections.abc import Callable
from contextlib import ExitStack
import os
from pathlib import Path

import pytest

from pipelines.domain.messages.steps import STEPS
from pipelines.sample.generate import generate
from pipelines.sample.scale import Scale
from tests.faults.cells import Ended, Fault, disturbed, hindrance, passed, shop_at_risk
from tests.faults.page import cells_shown
from tests.faults.shelf import shelf

IS_WHOLE = os.environ.get("LETTRAGE_FAULTS") == "all"
"""`make faults` runs the whole matrix; the suite takes one moment of each fault."""
ALL = [(step, fault) for step in STEPS for fault in Fault]
CELLS = ALL if IS_WHOLE else [("reconcile", fault) for fault in Fault]
BEGUN = ("", "hold", "credit_notes")
"""From which steps on a passage killed there is taken up; the first is none."""
SHOWN = list(STEPS)[list(STEPS).index("shelf") + 1 :]
"""The steps that begin when the new edition already stands on the shelf."""
SURVIVES = Ended(0)


@pytest.fixture(scope="module")
def exports(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("exports") / "boutique"
    generate(root, Scale(orders=20))
    return root


@pytest.fixture(scope="module")
def undisturbed(exports) -> dict[str, object]:
    with shop_at_risk(exports, Fault.KILL) as root:
        assert passed(root) == SURVIVES
        return shelf(root)


@pytest.fixture(scope="module")
def taken_up(exports) -> Callable[[str], Path]:
    """A shop whose last passage was killed some steps before this one."""
    made = {"": exports}
    with ExitStack() as stack:

        def at(step: str) -> Path:
            names = list(STEPS)
            begun = max(
                (each for each in BEGUN if each and names.index(each) < names.index(step)), default="", key=names.index
            )
            if begun not in made:
                made[begun] = stack.enter_context(shop_at_risk(exports, Fault.KILL))
                assert disturbed(made[begun], Fault.KILL, begun).words == "tué"
            return made[begun]

        yield at


@pytest.mark.slow
@pytest.mark.parametrize(("step", "fault"), CELLS)
def test_a_fault_is_said_and_the_next_passage_ends_the_same(step, fault, taken_up, undisturbed, record_property):
    if hindrance(fault):
        pytest.skip(hindrance(fault))
    with shop_at_risk(taken_up(step), fault) as root:
        ended = disturbed(root, fault, step)
        record_property("cell", (step, fault.name, ended.words))
        assert ended.said != "command-fault"
        assert (root / "published").exists() == (ended == SURVIVES or step in SHOWN)
        assert passed(root) == SURVIVES
        assert shelf(root) == undisturbed


def test_the_page_tells_every_step_a_passage_takes(sample_shop):
    from pipelines.domain.folder import ShopFolder
    from pipelines.steps.publish import last_report

    taken = {*last_report(ShopFolder(sample_shop))["steps"], "report", "shelf", "letter"}
    assert taken == STEPS.keys() == {step for step, _ in cells_shown()}


@pytest.mark.slow
@pytest.mark.parametrize("fault", Fault if IS_WHOLE else ())
def test_a_fault_at_every_step_one_night_after_the_other_ends_the_same(fault, exports, undisturbed, record_property):
    if hindrance(fault):
        pytest.skip(hindrance(fault))
    with shop_at_risk(exports, fault) as root:
        for step in STEPS:
            ended = disturbed(root, fault, step)
            assert ended.said != "command-fault", step
            record_property("night", (step, fault.name, ended.words))
        assert passed(root) == SURVIVES
        assert shelf(root) == undisturbed
