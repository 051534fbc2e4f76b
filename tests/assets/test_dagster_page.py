"""`dagster dev -w workspace.yaml` and `dg dev`: ready in time; a run launched from the page publishes what `lettrage run` does."""

from collections.abc import Iterator
from contextlib import contextmanager
import json
import os
from pathlib import Path
import shutil
import socket
import subprocess
import sys
from time import monotonic, sleep
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from assets.command import exit_code
from assets.home import SETTINGS
from pipelines.domain.folder import ShopFolder
from pipelines.sample.generate import generate
from pipelines.sample.scale import Scale
from tests.assets.test_crash import shelf

TOP = Path(__file__).parents[2]
PATIENCE = 300
ADD_SHOP = """mutation ($name: String!) {
  addDynamicPartition(partitionsDefName: "shops", partitionKey: $name,
    repositorySelector: {repositoryName: "__repository__", repositoryLocationName: "lettrage"}) { __typename }
}"""
LAUNCH = """mutation ($params: ExecutionParams!) {
  launchRun(executionParams: $params) { __typename ... on LaunchRunSuccess { run { runId } } ... on PythonError { message } }
}"""
STATUS = """query ($run: ID!) { runOrError(runId: $run) { ... on Run { status } } }"""
MONTHS = ("2026-09", "2026-10")


@pytest.mark.slow
@pytest.mark.parametrize("words", [("dagster", "dev", "-w", "workspace.yaml"), ("dg", "dev")])
def test_a_run_from_the_page_publishes_the_same_files(words, tmp_path):
    ours, theirs = tmp_path / "ours" / "boutique", tmp_path / "theirs" / "boutique"
    generate(ours, Scale(orders=60))
    shutil.copytree(ours, theirs)
    assert exit_code(["run", "--shop", str(ours), "--as-of", "2026-10-31", "--documents", "none"]) == 0
    with page(words, theirs, tmp_path / "home") as url:
        ask(url, ADD_SHOP, name="boutique")
        launched = ask(url, LAUNCH, params=parameters())["launchRun"]
        assert launched["__typename"] == "LaunchRunSuccess", launched
        wait_for(lambda: status(url, launched["run"]["runId"]) in {"SUCCESS", "FAILURE"})
        assert status(url, launched["run"]["runId"]) == "SUCCESS"
    assert shelf(ShopFolder(theirs).published) == shelf(ShopFolder(ours).published)


@contextmanager
def page(words: tuple[str, ...], shop: Path, home: Path) -> Iterator[str]:
    """The page of a shop, once it answers."""
    home.mkdir()
    (home / "dagster.yaml").write_text(SETTINGS.format(log=home / "history"))
    port, begun = free_port(), monotonic()
    environment = {**os.environ, "LETTRAGE_SHOP": str(shop), "DAGSTER_HOME": str(home), "PYTHONPATH": str(TOP)}
    program = [str(Path(sys.executable).with_name(words[0])), *words[1:], "-p", str(port)]
    with subprocess.Popen(
        program, cwd=TOP, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(lambda: answers(f"http://127.0.0.1:{port}/server_info"))
            print(f"{' '.join(words)}: {monotonic() - begun:.1f} s")  # noqa: T201 (the time is what one looks for)
            yield f"http://127.0.0.1:{port}/graphql"
        finally:
            server.terminate()


def parameters() -> dict[str, object]:
    """What the page sends: the nightly job over both months, as of the second's last day."""
    config = {"resources": {"passages": {"config": {"as_of": "2026-10-31", "documents": "none"}}}}
    ends = zip(("start", "end"), MONTHS, strict=True)
    tags = [{"key": f"dagster/asset_partition_range_{end}", "value": f"{month}|boutique"} for end, month in ends]
    return {
        "selector": {"repositoryLocationName": "lettrage", "repositoryName": "__repository__", "jobName": "nightly"},
        "runConfigData": config,
        "executionMetadata": {"tags": tags},
    }


def status(url: str, run: str) -> str:
    return str(ask(url, STATUS, run=run)["runOrError"]["status"])


def ask(url: str, words: str, **variables: object) -> dict[str, Any]:
    body = json.dumps({"query": words, "variables": variables}).encode()
    with urlopen(Request(url, body, {"Content-Type": "application/json"}), timeout=60) as answer:
        said = json.loads(answer.read())
    assert "errors" not in said, said
    found: dict[str, Any] = said["data"]
    return found


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def wait_for(is_so: Any) -> None:
    until = monotonic() + PATIENCE
    while not is_so():
        assert monotonic() < until, "it took too long"
        sleep(0.2)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
