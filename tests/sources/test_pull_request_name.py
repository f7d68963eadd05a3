"""How a person may call a pull request, and what is none."""

import pytest

from reviewbot.errors import UsageError
from reviewbot.sources.pull_request_name import PullName, parse_pull

PUBLIC = "https://api.github.com"
ENTERPRISE = "https://ghe.example/api/v3"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("octo/shop#7", (PUBLIC, "octo/shop", 7)),
        ("o-c_t/.github#123456789", (PUBLIC, "o-c_t/.github", 123456789)),
        ("https://github.com/octo/shop/pull/7", (PUBLIC, "octo/shop", 7)),
        ("https://www.GitHub.com/octo/shop/pull/7/", (PUBLIC, "octo/shop", 7)),
        ("https://github.com/octo/shop/pull/7/files?w=1#diff-0", (PUBLIC, "octo/shop", 7)),
        ("https://github.com/octo/shop/pull/7/commits/" + "a" * 40, (PUBLIC, "octo/shop", 7)),
        ("https://acme.ghe.com/octo/shop/pull/7", ("https://api.acme.ghe.com", "octo/shop", 7)),
        ("https://ghe.example/octo/shop/pull/7", (ENTERPRISE, "octo/shop", 7)),
        ("https://ghe.example:8443/octo/s.h/pull/7", ("https://ghe.example:8443/api/v3", "octo/s.h", 7)),
        ("http://127.0.0.1:8080/octo/shop/pull/7", ("http://127.0.0.1:8080/api/v3", "octo/shop", 7)),
    ],
)
def test_names_and_addresses_are_read(text: str, name: tuple[str, str, int]) -> None:
    assert parse_pull(text) == PullName(*name)


def test_the_short_name_is_on_the_server_that_the_environment_names() -> None:
    assert parse_pull("octo/shop#7", ENTERPRISE + "/").api_url == ENTERPRISE


@pytest.mark.parametrize("api", [ENTERPRISE, "http://127.0.0.1:8080", "https://api.acme.ghe.com", PUBLIC])
def test_a_page_of_the_named_server_leads_to_its_very_api(api: str) -> None:
    web = api.removesuffix("/api/v3").replace("//api.", "//")
    assert parse_pull(f"{web}/octo/shop/pull/7", api).api_url == api


def test_a_page_elsewhere_leads_elsewhere() -> None:
    assert parse_pull("https://github.com/octo/shop/pull/7", ENTERPRISE).api_url == PUBLIC
    assert parse_pull("https://github.com.evil.example/octo/shop/pull/7").api_url != PUBLIC


@pytest.mark.parametrize(
    "text",
    [
        *("", "7", "#7", "shop#7", "octo/shop", "octo/shop#", "octo/shop#0", "octo/shop#-1", "octo/shop#07"),
        *("octo/shop#1e3", "octo/shop#1 ", " octo/shop#1", "octo/shop#1\n", "octo/shop#\u0661", "a/b/c#1"),
        *("../shop#1", "octo/..#1", "./.#1", "octo/shop/#1", "octo/sh op#1", "octo/$(id)#1", "octo/a%2f#1"),
        *("--repo=x/y#1", "octo/shop#" + "9" * 10, "octo/" + "s" * 101 + "#1", "o" * 600 + "/s#1"),
        *(
            "https://github.com/octo/shop",
            "https://github.com/octo/shop/issues/7",
            "https:///octo/shop/pull/7",
        ),
        *(
            "http://github.com/octo/shop/pull/7",
            "ftp://github.com/octo/shop/pull/7",
            "//github.com/o/s/pull/7",
        ),
        *("file:///octo/shop/pull/7", "javascript:octo/shop/pull/7", "github.com/octo/shop/pull/7"),
        *("https://github.com@evil.example/octo/shop/pull/7", "https://u:p@github.com/octo/shop/pull/7"),
        *("https://github.com\\@evil.example/octo/shop/pull/7", "https://g\u0456thub.com/octo/shop/pull/7"),
        *("https://github.com/../shop/pull/7", "https://github.com/octo/%2e%2e/pull/7"),
        *(
            "https://github.com/octo/shop/pull/7x",
            "https://github.com/octo//shop/pull/7",
            "https://[/o/s/pull/7",
        ),
        *("https://github.com:99999/octo/shop/pull/7", "https://ghe.example/x/octo/shop/pull/7"),
        *("https://github.com/octo/shop/pull/7\r\nX: y", "octo/shop#7\x1b[2J", "octo/shop#7\u202e"),
    ],
)
def test_S19_all_else_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UsageError, match="names no pull request") as caught:
        parse_pull(text)
    assert "OWNER/REPO#N" in caught.value.hint
    assert caught.value.message.isprintable()
    assert len(caught.value.message) < 700


@pytest.mark.parametrize("api", ["http://ghe.example/api/v3", "https://u:p@ghe.example", "nowhere", ""])
def test_S19_a_server_that_the_environment_names_wrongly_is_refused(api: str) -> None:
    with pytest.raises(UsageError, match="GitHub's API"):
        parse_pull("octo/shop#7", api)
