"""The way to the mail server: encrypted, its certificate checked, the password said to nobody else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
import ipaddress
import ssl

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.letters import Fate
from pipelines.domain.shop.email import Email, Encryption
from pipelines.steps.send import check_settings, outbox, send
from tests.refused import refused
from tests.reports.notes import SHOP
from tests.steps.test_send import AT, Mailbox, free_port, letter

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
PASSWORD = "un mot de passe"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A key and a certificate that says 127.0.0.1, signed by itself, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    kind, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    path.write_bytes(key.private_bytes(kind, form, serialization.NoEncryption()) + made.public_bytes(kind))
    return path


@pytest.fixture
def trusted(certificate, monkeypatch):
    """The machine trusts that certificate, as it trusts those of its own authorities."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


class Guarded(Mailbox):
    """Knows one user, and remembers whether each letter came encrypted."""

    def __init__(self):
        super().__init__()
        self.ways = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 (aiosmtpd's name)
        is_closed = server.transport.get_extra_info("ssl_object") is not None
        self.ways.append((is_closed, session.authenticated))
        return await super().handle_DATA(server, session, envelope)


@pytest.fixture(params=[Encryption.START_TLS, Encryption.TLS])
def guarded(request, certificate):
    """A server that takes letters only over TLS and from a user who said the password."""
    box, context = Guarded(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    is_later = request.param is Encryption.START_TLS
    ways = {"tls_context": context, "require_starttls": True} if is_later else {"ssl_context": context}
    controller = Controller(
        box,
        hostname="127.0.0.1",
        port=free_port(),
        authenticator=lambda _server, _session, _envelope, _mechanism, said: AuthResult(
            success=said.password == PASSWORD.encode(), handled=False
        ),
        auth_required=True,
        auth_require_tls=is_later,
        **ways,
    )
    controller.start()
    box.shop = replace(
        SHOP,
        email=Email("127.0.0.1", controller.port, "boutique", sender="sav@maison.example", encryption=request.param),
    )
    yield box
    controller.stop()


def sent(folder, box, password):
    return [it.fate for it in send(ShopFolder(folder), box.shop, [letter()], password, lambda: AT, lambda _: None)]


def test_a_letter_goes_encrypted_to_a_server_that_knows_us(guarded, trusted, tmp_path):
    assert sent(tmp_path, guarded, PASSWORD) == [Fate.SENT]
    assert guarded.ways == [(True, True)]


def test_a_wrong_password_sends_nothing(guarded, trusted, tmp_path):
    with pytest.raises(OSError, match="535"):
        sent(tmp_path, guarded, "autre")
    assert (guarded.received, outbox(ShopFolder(tmp_path))) == ([], {})


def test_a_certificate_nobody_vouches_for_is_told_nothing(guarded, tmp_path):
    with pytest.raises(ssl.SSLCertVerificationError):
        sent(tmp_path, guarded, PASSWORD)
    assert guarded.received == []


def test_a_server_without_encryption_is_told_nothing(tmp_path):
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    box.shop = replace(SHOP, email=Email("127.0.0.1", controller.port, "boutique", sender="sav@maison.example"))
    try:
        with pytest.raises(OSError, match="STARTTLS"):
            sent(tmp_path, box, PASSWORD)
    finally:
        controller.stop()
    assert box.received == []


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (Email(), "documents-email-is-off"),
        (Email(server="smtp.example.org", sender="Maison <sav@maison.example>"), "documents-not-a-sender"),
        (Email(server="x", sender="a@b.fr\nBcc: c@d.fr"), "documents-not-a-sender"),
        (Email(server="x", sender="sav@maison.example", encryption=Encryption.NONE), "documents-not-encrypted"),
    ],
)
def test_settings_that_cannot_send_are_refused_before_any_word(settings, code):
    with refused(code):
        check_settings(settings)
