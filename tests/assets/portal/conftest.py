"""A portal over two small published shops, and people of each role."""

import json

from fastapi.testclient import TestClient
import pytest

from assets.portal.application import application
from assets.portal.opening import portal_over
from assets.portal.people import NAME, new_person, write_people
from pipelines.domain.people import Role

PASSWORD = "une phrase assez longue"
CONTROL = {"number": 1, "name": "Lignes lues", "left": "3.00", "right": "3.00", "difference": "0.00", "state": "ties"}


def publish(root, name, month="2026-10"):
    shop = root / name
    folder = shop / "published" / month
    folder.mkdir(parents=True)
    (shop / "shop.toml").write_text(f'[shop]\nname = "<i>{name}</i>"\n')
    (folder / "controles.json").write_text(json.dumps([CONTROL]))
    (folder / f"grand-livre-{month}.xlsx").write_bytes(b"xlsx")
    (folder / "tableau-de-bord.html").write_text("<script>1</script>")
    (shop / "secret.txt").write_text("secret")


@pytest.fixture(scope="session")
def people():
    return {
        "claire@cabinet.fr": new_person("Claire", Role.ACCOUNTANT, PASSWORD, ("garance", "lune")),
        "marc@garance.fr": new_person("Marc", Role.MERCHANT, PASSWORD, ("garance",)),
        "lise@garance.fr": new_person("Lise", Role.READER, PASSWORD, ("garance",)),
    }


@pytest.fixture
def portal(tmp_path, people):
    publish(tmp_path, "garance")
    publish(tmp_path, "lune")
    write_people(tmp_path / NAME, people)
    return portal_over(tmp_path, several=True, is_encrypted=False)


@pytest.fixture
def client(portal):
    return TestClient(application(portal), follow_redirects=False)


@pytest.fixture
def enter(client):
    def signed_in(login, password=PASSWORD):
        client.post("/connexion", data={"login": login, "password": password})
        return client

    return signed_in
