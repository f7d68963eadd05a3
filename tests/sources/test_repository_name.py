"""What GitHub calls a repository, by the address that it is cloned from."""

from pathlib import Path

import pytest

from repositories import commit, git, new_repository
from reviewbot.sources.repository_name import name_in, origin_of, repository_at

WEB = "https://github.com"


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/octo/shop",
        "https://github.com/octo/shop.git",
        "https://github.com/octo/shop.git/",
        "https://GitHub.com/octo/shop",
        "https://x-access-token:secret@github.com/octo/shop",
        "ssh://git@github.com/octo/shop.git",
        "ssh://git@github.com:22/octo/shop.git",
        "git@github.com:octo/shop.git",
        "github.com:octo/shop",
    ],
)
def test_every_form_of_an_address_names_the_repository(address: str) -> None:
    assert repository_at(address, WEB) == "octo/shop"


def test_a_name_may_hold_dots() -> None:
    assert repository_at("https://github.com/octo/.github", WEB) == "octo/.github"
    assert repository_at("git@github.com:o-c_t/shop.js.git", WEB) == "o-c_t/shop.js"


def test_another_server_has_its_own_address() -> None:
    assert repository_at("https://ghe.example:8443/octo/shop", "https://ghe.example:8443") == "octo/shop"
    assert repository_at("git@ghe.example:octo/shop", "https://ghe.example:8443") == "octo/shop"
    assert repository_at("http://127.0.0.1:80/octo/shop", "http://127.0.0.1:81") is None


@pytest.mark.parametrize(
    "address",
    [
        *("", "octo/shop", "/srv/octo/shop", "../shop", "file:///octo/shop", "https://github.com"),
        *("https://github.com/octo", "https://github.com/octo/shop/pull/7", "https://github.com/../shop"),
        *("https://github.com/octo/..", "https://github.com/octo/sh op", "https://github.com/octo/%2e%2e"),
        *("https://github.com.evil.example/octo/shop", "https://evil.example/github.com/octo/shop"),
        *("git@evil.example:github.com/octo/shop", "https://github.com@evil.example/octo/shop"),
        *("http://github.com/octo/shop", "https://github.com:8443/octo/shop", "https://gitlab.com/octo/shop"),
        *("https://[/octo/shop", "https://github.com:x/octo/shop", "git@github.com:octo/shop\nx"),
    ],
)
def test_what_is_elsewhere_or_no_repository_has_no_name(address: str) -> None:
    assert repository_at(address, WEB) is None


def test_an_address_names_the_repository_on_whichever_server() -> None:
    assert name_in("https://gitlab.example/group/part/app.git/") == "group/part/app"
    assert name_in("git@example.org:octo/shop.git") == "octo/shop"
    for address in (
        "",
        "../shop",
        "file:///srv/octo/shop",
        "https://h/../../x",
        "https://h",
        "https://[/a/b",
    ):
        assert name_in(address) == ""


def test_a_checkout_knows_where_it_came_from(tmp_path: Path) -> None:
    made = new_repository(tmp_path / "made")
    commit(made, {"a.py": "x\n"})
    assert origin_of(made) is None
    git(made, "remote", "add", "origin", "git@github.com:octo/shop.git")
    assert origin_of(made) == "git@github.com:octo/shop.git"
    assert origin_of(tmp_path / "nowhere") is None
