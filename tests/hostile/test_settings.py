"""`shop.toml` as nobody should write it: each is refused by its key, or read without harm."""

import pytest

from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import parse_shop

REFUSED = [
    # what is no TOML of ours
    ("a =", "shop-unreadable"),
    ("[shop", "shop-unreadable"),
    ("[shop]\nname = 'a'\nname = 'b'", "shop-unreadable"),
    ("[shop]\n[shop]", "shop-unreadable"),
    ("[shop]\nname = 'a\x00b'", "shop-unreadable"),
    ("a = " + "[" * 5000, "shop-unreadable"),
    ("[email]\nport = " + "9" * 5000, "shop-unreadable"),
    ('[shop]\nname = "\\ud800"', "shop-unreadable"),
    (b"\xff\xfe[\x00s\x00h\x00o\x00p\x00]\x00", "shop-unreadable"),
    (b"[shop]\nname = '\xe9t\xe9'", "shop-unreadable"),
    ("name = 'x'", "shop-unknown-section"),
    ("[shp]", "shop-unknown-section"),
    ("[SHOP]", "shop-unknown-section"),
    ("['__class__']", "shop-unknown-section"),
    ("shop = 1", "shop-not-a-section"),
    ("shop = [1]", "shop-not-a-section"),
    ("[[shop]]", "shop-not-a-section"),
    ("providers = 1", "shop-not-a-section"),
    ("[providers]\nstripe = 1", "shop-not-a-section"),
    ("reasons = ['x']", "shop-not-a-section"),
    # keys
    ("[shop]\nnme = 'x'", "shop-unknown-key"),
    ("[shop]\n__class__ = 'x'", "shop-unknown-key"),
    ("[shop.name]\nfirst = 'x'", "shop-wrong-type"),
    ("[providers.x]\naccount = '511000'", "shop-missing-key"),
    ("[providers.'../../etc']\naccount = '511000'\njournal = 'X'", "shop-not-shaped"),
    ("[providers.\"'; drop table core.refunds; --\"]\naccount = '511000'\njournal = 'X'", "shop-not-shaped"),
    ("[reasons.'']\nwords = 'x'", "shop-not-shaped"),
    # types
    ("[shop]\nname = 1", "shop-wrong-type"),
    ("[shop]\nname = true", "shop-wrong-type"),
    ("[shop]\nname = ['x']", "shop-wrong-type"),
    ("[shop]\nis_sole_trader = 'true'", "shop-wrong-type"),
    ("[shop]\nis_sole_trader = 1", "shop-wrong-type"),
    ("[returns]\nrefund_days = '14'", "shop-wrong-type"),
    ("[returns]\nrefund_days = 14.0", "shop-wrong-type"),
    ("[returns]\nrefund_days = true", "shop-wrong-type"),
    ("[returns]\nrefund_days = 2026-10-31", "shop-wrong-type"),
    ("[stock]\npseudo_skus = 'PORT'", "shop-wrong-type"),
    ("[stock]\npseudo_skus = [1]", "shop-wrong-type"),
    ("[stock]\npseudo_skus = [['PORT']]", "shop-wrong-type"),
    ("[vat]\nregime = 'x'", "shop-not-a-choice"),
    ("[vat]\nregime = 3", "shop-not-a-choice"),
    ("[vat]\nregime = ['monthly']", "shop-not-a-choice"),
    ("[shop]\nlanguage = 'FR'", "shop-not-a-choice"),
    ("[matching]\ntolerance = 0.1", "shop-not-exact"),
    ("[matching]\ntolerance = '0,02'", "shop-not-exact"),
    ("[matching]\ntolerance = true", "shop-not-exact"),
    # ranges
    ("[matching]\ntolerance = 'NaN'", "shop-not-between"),
    ("[matching]\ntolerance = 'Infinity'", "shop-not-between"),
    ("[matching]\ntolerance = '-0.01'", "shop-not-between"),
    ("[matching]\ntolerance = '1e9'", "shop-not-between"),
    ("[matching]\nrefund_due_days = -1", "shop-not-between"),
    ("[matching]\nwindow_after_days = 999999999999", "shop-not-between"),
    ("[returns]\nwithdrawal_days = -14", "shop-not-between"),
    ("[email]\nport = 0", "shop-not-between"),
    ("[email]\nport = 65536", "shop-not-between"),
    ("[email]\nper_minute = 0", "shop-not-between"),
    ("[months]\nretention_years = 0", "shop-not-between"),
    ("[stock]\nwrite_down_percent = 101", "shop-not-between"),
    # shapes
    ("[shop]\nsiren = '12345678'", "shop-not-shaped"),
    ("[shop]\nsiren = '../../../x'", "shop-not-shaped"),
    ("[shop]\nsiret = '123456782'", "shop-not-shaped"),
    ("[shop]\nvat_id = '<b>'", "shop-not-shaped"),
    ("[shop]\ncountry = 'France'", "shop-not-shaped"),
    ("[shop]\ncurrency = '€'", "shop-not-shaped"),
    ("[shop]\ntime_zone = 'Mars/Olympus'", "shop-not-shaped"),
    ("[shop]\ntime_zone = '../../../etc/passwd'", "shop-not-shaped"),
    ("[shop]\nemail = 'a@b.fr, c@d.fr'", "shop-not-shaped"),
    ("[shop]\nwebsite = 'javascript:alert(1)'", "shop-not-shaped"),
    ("[shop]\ncontact_form = 'https://x.fr/\"><script>'", "shop-not-shaped"),
    ("[returns]\nwithdrawal_link = 'data:text/html,x'", "shop-not-shaped"),
    ("[documents]\ncolor = 'red;} body{display:none'", "shop-not-shaped"),
    ("[documents]\ncolor = '#12345'", "shop-not-shaped"),
    ('[email]\nsender = """a@b.fr\nBcc: x@y.fr"""', "shop-not-shaped"),
    ("[email]\nserver = 'smtp.x.fr; rm -rf /'", "shop-not-shaped"),
    ("[email]\npassword_variable = 'A B'", "shop-not-shaped"),
    ("[months]\nyear_end = '02-30'", "shop-not-shaped"),
    ("[months]\nyear_end = '31-12'", "shop-not-shaped"),
    ("[vat]\ne_reporting_from = 'demain'", "shop-not-shaped"),
    ("[books]\nsales_journal = 'VE|AN'", "shop-not-shaped"),
    ("[accounts]\nbank = '512 000'", "shop-not-shaped"),
    ("[accounts]\nsales = 'Ventes'", "shop-not-shaped"),
    ("[accounts]\none_stop_shop_sales = '707{country.__class__}'", "shop-not-shaped"),
    ("[series]\ncredit_notes = '{number:999999999d}'", "shop-not-shaped"),
    ("[series]\ncredit_notes = '" + "A" * 90 + "{number}'", "shop-not-shaped"),
    # signs that hide
    ('[shop]\nlegal_name = "A\\tB"', "shop-hidden-sign"),
    ('[shop]\nname = "A\\u0000B"', "shop-hidden-sign"),
    ('[shop]\nname = "A\\u202eB"', "shop-hidden-sign"),
    ('[stock]\nbundles = ["A\\u001b[2J"]', "shop-hidden-sign"),
    ("[documents]\nfooter = '" + "x" * 5000 + "'", "shop-too-long"),
]  # fmt: skip
HARMLESS = [
    "",
    "\ufeff[shop]\nname = 'x'",
    "[shop]\r\nname = 'x'\r\n",
    "[shop]\nname = '=cmd|calc!A1'",
    "[shop]\nname = '<script>alert(1)</script>'",
    '[shop]\nname = "\'; drop table core.refunds; --"',
    '[documents]\nfooter = "une ligne\\nune autre"',
    "[shop]\nwebsite = 'ma-boutique.fr'",
    "[matching]\ntolerance = 0",
    "[shop]\nname = '" + "é" * 2000 + "'",
]


@pytest.mark.parametrize(("text", "code"), REFUSED, ids=lambda it: repr(it)[:60])
def test_it_is_refused_in_a_sentence_of_each_language(text, code):
    with pytest.raises(Refusal) as refused:
        parse_shop(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    assert refused.value.message.code == code
    assert refused.value.sentence("fr") != refused.value.sentence("en")
    assert len(refused.value.sentence()) < 700


@pytest.mark.parametrize("text", HARMLESS, ids=lambda it: repr(it)[:60])
def test_it_is_read_as_it_stands(text):
    assert parse_shop(text.encode())
