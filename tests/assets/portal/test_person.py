"""A person is let in by the words the manual and the portal themselves use."""

import pytest

from assets.command import exit_code
from assets.portal.people import NAME, read_people
from pipelines.domain.people import Role


@pytest.mark.parametrize("role", list(Role))
def test_a_person_enters_with_the_role_as_it_is_written(tmp_path, role):
    (tmp_path / "shop.toml").write_text("")
    words = [
        "claire@cabinet.fr",
        "--role",
        role.value,
        "--password",
        "une phrase assez longue",
        "--shop",
        str(tmp_path),
    ]
    assert exit_code(["person", *words]) == 0
    assert read_people(tmp_path / NAME)["claire@cabinet.fr"].role == role
