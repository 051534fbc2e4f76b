"""Who enters, who does not, and that each refusal is written down."""

import pytest

from assets.portal.people import NAME, read_people
from pipelines.steps.register import read_register
from tests.refused import refused


def audited(portal):
    return [entry.action for entry in read_register(portal.root / "register", "audit")]


def csrf(client, portal):
    return next(iter(portal.sessions.by_token.values())).csrf


def test_nobody_sees_anything_without_signing_in(client):
    answer = client.get("/garance/mois")
    assert (answer.status_code, answer.headers["location"]) == (303, "/connexion")


def test_a_person_of_one_shop_arrives_at_its_months(enter):
    assert enter("Marc@garance.fr").get("/").headers["location"] == "/garance/mois"


def test_a_person_of_several_shops_arrives_at_the_overview(enter):
    assert enter("claire@cabinet.fr").get("/").headers["location"] == "/cabinet"


def test_a_wrong_password_is_refused_and_written_down(enter, portal):
    assert enter("marc@garance.fr", "nope").get("/garance/mois").status_code == 303
    assert audited(portal) == ["wrong_password"]


def test_another_shop_does_not_exist(enter, portal):
    assert enter("marc@garance.fr").get("/lune/mois").status_code == 404
    assert audited(portal)[-1] == "refused"


def test_a_hundred_tries_meet_a_closed_door(client, portal):
    codes = [
        client.post("/connexion", data={"login": "marc@garance.fr", "password": f"p{i}"}).status_code for i in range(8)
    ]
    assert codes == [401] * 5 + [429] * 3
    assert audited(portal).count("throttled") == 3


def test_a_forged_form_changes_nothing(enter, portal):
    client = enter("marc@garance.fr")
    assert client.post("/deconnexion", data={"csrf": "forged"}).status_code == 403
    assert client.get("/garance/mois").status_code == 200
    assert audited(portal)[-1] == "forged"


def test_signing_out_closes_the_session(enter, portal):
    client = enter("marc@garance.fr")
    cookie = client.cookies["lettrage"]
    client.post("/deconnexion", data={"csrf": csrf(client, portal)})
    client.cookies.set("lettrage", cookie)
    assert client.get("/garance/mois").status_code == 303


def test_a_person_removed_from_the_file_is_out_at_once(enter, portal):
    client = enter("marc@garance.fr")
    (portal.root / NAME).write_text("")
    assert client.get("/garance/mois").status_code == 303


@pytest.mark.parametrize(
    "path",
    [
        "../../secret.txt",
        "%2e%2e/%2e%2e/secret.txt",
        "..%2f..%2fsecret.txt",
        "/etc/passwd",
        "controles.json/../../../secret.txt",
        "nothing",
    ],
)
def test_no_path_leads_out_of_a_month(enter, path):
    answer = enter("marc@garance.fr").get(f"/garance/fichiers/2026-10/{path}")
    assert answer.status_code in (303, 404)
    assert answer.text != "secret"


@pytest.mark.parametrize("month", ["..", "2026-13", "tables", "2026-09"])
def test_a_month_that_is_none_is_not_found(enter, month):
    assert enter("marc@garance.fr").get(f"/garance/mois/{month}").status_code == 404


def test_a_download_is_written_down(enter, portal):
    answer = enter("lise@garance.fr").get("/garance/fichiers/2026-10/grand-livre-2026-10.xlsx")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert audited(portal) == ["signed_in", "downloaded"]


def test_every_answer_carries_its_guards(enter):
    answer = enter("marc@garance.fr").get("/garance/mois")
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_standing_dashboard_runs_apart(enter):
    policy = (
        enter("marc@garance.fr")
        .get("/garance/fichiers/2026-10/tableau-de-bord.html")
        .headers["content-security-policy"]
    )
    assert "sandbox allow-scripts" in policy


def test_a_name_is_text(enter):
    assert "<i>garance</i>" not in enter("marc@garance.fr").get("/garance/mois").text


def test_a_password_is_kept_as_a_hash_only(portal, people):
    assert "une phrase" not in (portal.root / NAME).read_text()
    assert read_people(portal.root / NAME) == people


def test_a_short_password_is_refused(people):
    from assets.portal.people import new_person

    with refused("portal-short-password", least=12):
        new_person("X", "reader", "court", ())


def test_a_damaged_file_of_people_is_named(tmp_path):
    (tmp_path / NAME).write_text("[")
    with refused("portal-unreadable-people"):
        read_people(tmp_path / NAME)


def test_nobody_can_be_served_before_a_person_is_added(tmp_path):
    from assets.portal.opening import portal_over

    with refused("portal-nobody"):
        portal_over(tmp_path, several=False, is_encrypted=False)
