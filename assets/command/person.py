"""Lets a person into the portal."""

from pathlib import Path

import click

from assets.command.answer import Answer
from assets.command.verb import verb
from pipelines.domain.people import Role


@verb
@click.argument("login", metavar="ADRESSE")
@click.option("--name", default="", help="Nom affiché (défaut : l'adresse).")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.READER.value,
    show_default=True,
    help="Ce que la personne peut faire.",
)
@click.option(
    "--shops", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Dossier de plusieurs boutiques."
)
@click.option("--sees", multiple=True, metavar="BOUTIQUE", help="Boutique que la personne voit ; répétez l'option.")
@click.password_option(help="Mot de passe (demandé s'il n'est pas donné).")
def command(
    shop: Path, login: str, name: str, role: str, shops: Path | None, sees: tuple[str, ...], password: str
) -> Answer:
    """Write the person into `portail.toml`, the password as a hash only."""
    from assets.portal.opening import shop_names
    from assets.portal.people import NAME, new_person, read_people, write_people

    path = (shops or shop) / NAME
    seen = sees or tuple(shop_names(shops or shop, several=shops is not None))
    people = read_people(path) | {login.casefold(): new_person(name or login, Role(role), password, seen)}
    write_people(path, people)
    return Answer(
        f"{login} peut entrer ({role} : {', '.join(seen)}).", {"login": login, "role": role, "shops": list(seen)}
    )
