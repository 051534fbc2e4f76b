"""The portal for accountant and merchant."""

from pathlib import Path

import click

from assets.command.answer import Answer
from assets.command.verb import verb
from pipelines.domain.messages import portal as messages
from pipelines.domain.refusals import Refusal

LOCAL = {"127.0.0.1", "localhost", "::1"}
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@verb
@click.option("--shops", type=FOLDER, help="Dossier de plusieurs boutiques.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse d'écoute.")
@click.option("--port", default=8470, show_default=True, help="Port d'écoute.")
@click.option("--certificate", type=FILE, help="Certificat TLS (PEM).")
@click.option("--key", type=FILE, help="Clé du certificat (PEM).")
@click.option("--behind-proxy", is_flag=True, help="Un serveur chiffre devant le portail.")
def command(
    shop: Path, shops: Path | None, host: str, port: int, certificate: Path | None, key: Path | None, behind_proxy: bool
) -> Answer:
    """Serve until stopped; never beyond this machine without encryption."""
    if host not in LOCAL and not behind_proxy and not (certificate and key):
        raise Refusal(messages.NOT_LOCAL, host=host)
    import uvicorn

    from assets.portal.application import application
    from assets.portal.opening import portal_over

    portal = portal_over(shops or shop, several=shops is not None, is_encrypted=bool(certificate) or behind_proxy)
    scheme = "https" if certificate else "http"
    click.echo(f"Le portail est ouvert : {scheme}://{host}:{port}/  (Ctrl+C pour fermer)")
    uvicorn.run(
        application(portal),
        host=host,
        port=port,
        log_level="warning",
        ssl_certfile=certificate,
        ssl_keyfile=key,
        proxy_headers=behind_proxy,
        server_header=False,
    )
    return Answer()
