"""`lettrage run --engine`: an engine we cannot have is refused in one sentence, before anything is read."""

import socket

import pytest

from assets.command import exit_code


@pytest.fixture
def spark_is_installed(monkeypatch):
    monkeypatch.setattr("pipelines.warehouse.spark.session.find_spec", lambda _name: object())
    monkeypatch.setenv("JAVA_HOME", "/usr/lib/jvm/java")


def _refused(capsys, *words: str) -> str:
    assert exit_code(["run", *words]) == 2
    return str(capsys.readouterr().err)


def test_an_engine_we_do_not_know_is_said(tmp_path, capsys):
    assert "aucun moteur connu" in _refused(capsys, "--shop", str(tmp_path), "--engine", "polars")  # engine-unknown


def test_the_missing_extra_is_said_with_how_to_get_it(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("pipelines.warehouse.spark.session.find_spec", lambda _name: None)
    said = _refused(capsys, "--shop", str(tmp_path), "--engine", "spark://maitre:7077")  # engine-not-installed
    assert "pip install 'lettrage[spark]'" in said


def test_a_machine_without_java_is_said(tmp_path, capsys, monkeypatch, spark_is_installed):
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(tmp_path))
    said = _refused(capsys, "--shop", str(tmp_path), "--engine", "spark://maitre:7077")  # engine-no-java
    assert "Java 17" in said


@pytest.mark.usefixtures("spark_is_installed")
def test_a_spark_that_does_not_answer_is_said(tmp_path, capsys):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    said = _refused(capsys, "--shop", str(tmp_path), "--engine", f"spark://127.0.0.1:{port}")  # engine-silent
    assert "ne répond pas" in said


@pytest.mark.usefixtures("spark_is_installed")
def test_a_spark_serves_one_shop(tmp_path, capsys):
    said = _refused(capsys, "--shops", str(tmp_path), "--engine", "spark://maitre:7077")  # engine-one-shop
    assert "pas un dossier de boutiques" in said
