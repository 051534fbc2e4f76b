"""What strangers and curious people send to the portal: no page breaks, none says more than it should, nothing is written."""

from datetime import date

from fastapi.testclient import TestClient
import pytest

from assets.portal.application import application
from assets.portal.opening import portal_over
from assets.portal.people import NAME, new_person, write_people
from pipelines.domain.people import Role
from pipelines.warehouse import open_warehouse
from tests.assets.portal.conftest import PASSWORD, publish
from tests.assets.portal.test_pages import insert

MARC, LISE = "marc@garance.fr", "lise@garance.fr"
SCRIPT, SQL, UP = "<script>alert(1)</script>", "'; drop table core.breaks; --", "../../../../etc/passwd"
LEAST = 400


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    root = tmp_path_factory.mktemp("portal")
    publish(root, "garance")
    publish(root, "lune")
    tables = root / "garance" / "published" / "tables"
    tables.mkdir()
    with open_warehouse() as warehouse:
        shared = {"currency": "EUR", "opened_on": date(2026, 10, 5), "age_days": 3, "action": "", "status": "open"}
        insert(
            warehouse, "core.breaks", break_id="b1", kind="vat_differs", credit_note_number="AV-1", amount=1, **shared
        )
        names = warehouse.connection.execute(
            "select table_name from information_schema.tables where table_schema = 'core' and table_type = 'BASE TABLE'"
        ).fetchall()
        for (name,) in names:
            warehouse.connection.table(f"core.{name}").write_parquet(str(tables / f"{name}.parquet"))
    people = {
        MARC: new_person("Marc", Role.MERCHANT, PASSWORD, ("garance",)),
        LISE: new_person("Lise", Role.READER, PASSWORD, ("garance",)),
    }
    write_people(root / NAME, people)
    return portal_over(root, several=True, is_encrypted=False)


def entered(portal, login):
    client = TestClient(application(portal), follow_redirects=False)
    client.post("/connexion", data={"login": login, "password": PASSWORD})
    return client


@pytest.fixture(scope="module")
def merchant(portal):
    return entered(portal, MARC)


@pytest.fixture(scope="module")
def reader(portal):
    return entered(portal, LISE)


@pytest.fixture
def stranger(portal):
    portal.throttle.tries.clear()
    return TestClient(application(portal), follow_redirects=False)


def csrf(portal, login=MARC):
    return next(session.csrf for session in portal.sessions.by_token.values() if session.login == login)


def written(portal):
    """What the portal wrote in the shops: decisions, and files of the inbox."""
    folder = portal.root / "garance"
    paths = [path for name in ("register", "inbox") if (folder / name).is_dir() for path in (folder / name).iterdir()]
    return sorted(path.name for path in paths if path.suffix in {".jsonl", ".csv"})


def harmless(answer):
    """No fault of ours, nothing of the machine, and nothing typed comes back as markup."""
    assert answer.status_code < 500
    assert "root:" not in answer.text
    assert "Traceback" not in answer.text
    assert SCRIPT not in answer.text
    return answer


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/static/../application.py", "/static/%2e%2e/people.py", "/static/..%2fgate.py",
        "//etc/passwd", "/garance/fichiers/2026-10//etc/passwd", "/garance/fichiers/2026-10/%2e%2e/%2e%2e/shop.toml",
        "/garance/fichiers/2026-10/..%5c..%5cshop.toml", "/garance/fichiers/tables/breaks.parquet", "/garance/fichiers/../../portail.toml",
        "/garance/fichiers/2026-10/controles.json%00.pdf", "/garance/mois/%00", "/garance/mois/2026-10%0d%0aSet-Cookie:%20a=b", "/garance/mois/" + "9" * 5000,
        "/portail.toml", "/.env", "/wp-login.php", "/garance/register/decisions.jsonl", "/" + SCRIPT, "/garance/" + SCRIPT, "/lune/mois", "/LUNE/mois",
        "/garance%2f..%2flune/mois", "/docs", "/openapi.json", "/garance/fichiers/2026-10/" + "a/" * 900,
    ],
    ids=lambda it: it[:50],
)  # fmt: skip
def test_no_address_leads_where_it_should_not(path, merchant):
    assert harmless(merchant.get(path)).status_code >= LEAST


@pytest.mark.parametrize(
    "value", [SCRIPT, SQL, UP, "\x00", "%", "_", "é" * 3000, "{{7*7}}", "${x}", "\u202e", "-1", "1e999", ""], ids=ascii
)
@pytest.mark.parametrize(
    "page",
    [
        "ecarts?texte=",
        "ecarts?genre=",
        "ecarts?file=",
        "retour?numero=",
        "reception?commande=",
        "tableau-de-bord?mois=",
    ],
)
def test_what_is_searched_is_only_text(page, value, merchant):
    name = page.partition("?")[2].rstrip("=")
    harmless(merchant.get(f"/garance/{page.partition('?')[0]}", params={name: value}))


@pytest.mark.parametrize("value", ["x", "-5", "99999999999999999999", "1.5", "١"])
def test_a_page_number_is_a_number(value, merchant):
    harmless(merchant.get("/garance/ecarts", params={"suite": value}))


@pytest.mark.parametrize(
    "cookie",
    ["", "x", "0" * 43, SQL, "null", "a" * 8000, "../../x", "lettrage=1", "%00", "eyJhbGciOiJub25lIn0.e30."],
    ids=lambda it: it[:20],
)
def test_a_cookie_not_ours_lets_nobody_in(cookie, stranger):
    answer = stranger.get("/garance/mois", headers={"cookie": f"lettrage={cookie}"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/connexion")


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("", ""), (MARC, ""), (MARC, PASSWORD + " "), (MARC, PASSWORD[:-1]), ("' or 1=1 --", "x"), (SCRIPT, SCRIPT), ("\x00", "\x00"),
        ("a" * 100_000, "b"), (MARC, "b" * 1_000_000), ("marc@garance.fr\r\nBcc: x", "x"), ("é" * 500, "é"),
    ],
    ids=lambda it: ascii(it)[:20],
)  # fmt: skip
def test_a_door_forced_stays_shut(login, password, stranger):
    answer = harmless(stranger.post("/connexion", data={"login": login, "password": password}))
    assert answer.status_code in (401, 413, 422)
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("token", [None, "", "x", "é", "0" * 43, "' or '1'='1"], ids=ascii)
@pytest.mark.parametrize("form", ["ecarts", "reception", "mois/2026-10/cloture"])
def test_a_form_not_made_for_this_session_writes_nothing(form, token, merchant, portal):
    data = {"item": "b1", "decision": "Accepter"} | ({} if token is None else {"csrf": token})
    assert harmless(merchant.post(f"/garance/{form}", data=data)).status_code == 403
    assert written(portal) == []


@pytest.mark.parametrize("form", ["ecarts", "reception", "mois/2026-10/cloture"])
def test_a_reader_writes_nothing(form, reader, portal):
    data = {"csrf": csrf(portal, LISE), "item": "b1", "decision": "Accepter"}
    assert harmless(reader.post(f"/garance/{form}", data=data)).status_code == 403
    assert written(portal) == []


@pytest.mark.parametrize(
    "typed",
    [
        {}, {"item": ""}, {"item": "inconnu", "decision": "Accepter"}, {"item": SQL, "decision": "Accepter"}, {"item": "b1", "decision": ""},
        {"item": "b1", "decision": "Supprimer tout"}, {"item": "b1", "decision": SCRIPT}, {"item": ["b1"] * 10_000, "decision": "x"},
        {"item": "b1", "decision": "Accepter", "comment": "x" * 5000}, {"item": "b1", "decision": "Accepter", "owner": "x" * 500},
        {"item": "b1", "decision": "Rapprocher", "precision": UP}, {"item": "b1", "decision": "=1+1"},
    ],
    ids=lambda it: ascii(it)[:40],
)  # fmt: skip
def test_a_decision_badly_typed_decides_nothing(typed, merchant, portal):
    harmless(merchant.post("/garance/ecarts", data={"csrf": csrf(portal), **typed}))
    assert written(portal) == []


@pytest.mark.parametrize("name", ["a.csv", "../../shop.toml", "..\\x.csv", "a\x00.csv", SCRIPT, "x" * 3000])
@pytest.mark.parametrize("form", ["ecarts", "reception", "../connexion"])
def test_a_file_sent_where_none_is_asked_lands_nowhere(form, name, merchant, portal):
    before = (portal.root / "garance" / "shop.toml").read_bytes()
    files = {"item": (name, b"x" * 10_000), "quantity:L1": (name, b"1")}
    harmless(merchant.post(f"/garance/{form}", data={"csrf": csrf(portal)}, files=files))
    assert written(portal) == []
    assert (portal.root / "garance" / "shop.toml").read_bytes() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "X" * 50])
def test_no_other_verb_does_anything(method, merchant, portal):
    assert harmless(merchant.request(method, "/garance/mois")).status_code >= LEAST
    assert written(portal) == []


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b'{"csrf": 1}'), ("application/x-www-form-urlencoded", b"%" * 5000), ("application/x-www-form-urlencoded", b"\xff\xfe=\x00"),
        ("multipart/form-data; boundary=x", b"--x\r\nrien"), ("multipart/form-data", b""), ("text/xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
        ("application/x-www-form-urlencoded", b"&".join(b"item=%d" % number for number in range(5000))),
    ],
    ids=lambda it: ascii(it)[:40],
)  # fmt: skip
def test_a_body_of_no_form_writes_nothing(kind, body, merchant, portal):
    for form in ("ecarts", "reception"):
        harmless(merchant.post(f"/garance/{form}", content=body, headers={"content-type": kind}))
    assert written(portal) == []


def test_what_cannot_be_read_is_said_on_a_page(merchant, portal):
    answer = merchant.post("/garance/ecarts", data={"csrf": csrf(portal), "item": "b1", "comment": "x" * 5000})
    assert answer.status_code == 422
    assert "ne se lit pas" in answer.text  # portal-unreadable-form
