"""Where the token may go."""

import subprocess
import sys

import pytest

from reviewbot.errors import UsageError
from reviewbot.forge import connect
from reviewbot.forge.address import read_address


@pytest.mark.parametrize(
    ("given", "api", "web"),
    [
        ("https://api.github.com", "https://api.github.com", "https://github.com"),
        ("https://api.github.com/", "https://api.github.com", "https://github.com"),
        ("https://ghe.example/api/v3", "https://ghe.example/api/v3", "https://ghe.example"),
        ("https://ghe.example:8443/api/v3/", "https://ghe.example:8443/api/v3", "https://ghe.example:8443"),
        ("https://api.octo.ghe.com", "https://api.octo.ghe.com", "https://octo.ghe.com"),
        ("http://127.0.0.1:81", "http://127.0.0.1:81", "http://127.0.0.1:81"),
        ("http://localhost:81/api/v3", "http://localhost:81/api/v3", "http://localhost:81"),
        ("http://[::1]:81", "http://[::1]:81", "http://[::1]:81"),
        ("https://api.gh.example", "https://api.gh.example", "https://api.gh.example"),
    ],
)
def test_an_address_is_read_with_the_one_for_people(given: str, api: str, web: str) -> None:
    address = read_address(given)
    assert (address.api, address.web) == (api, web)


@pytest.mark.parametrize(
    "given",
    [
        "http://api.github.com",
        "http://127.0.0.1.evil.example",
        "http://10.0.0.1",
        "https://user@api.github.com",
        "https://api.github.com@evil.example",
        "https://u:p@127.0.0.1",
        "https://api.github.com?x",
        "https://api.github.com#x",
        "https://api.github.com\\@evil.example",
        "https://api.github.com /",
        "https://api.github.com\n.evil.example",
        "https://äpi.github.com",
        "https://h:99999",
        "https://[::1",
        "file:///etc/passwd",
        "ftp://api.github.com",
        "ftp://127.0.0.1",
        "api.github.com",
        "https://",
        "",
    ],
)
def test_S19_an_address_that_is_not_safe_is_refused(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        connect(given, "token", deadline_seconds=9)
    assert caught.value.exit_code == 2
    assert "GITHUB_API_URL is https://api.github.com" in caught.value.hint


@pytest.mark.parametrize("token", ["", " ", "abc\n", "a b", "tökén", "a\x00", "a\r\nX: y"])
def test_what_cannot_be_a_token_is_refused_and_not_repeated(token: str) -> None:
    with pytest.raises(UsageError) as caught:
        connect("https://api.github.com", token, deadline_seconds=9)
    assert "GITHUB_TOKEN" in caught.value.hint
    assert not token.strip() or token not in f"{caught.value.message}{caught.value.hint}"


def test_pygithub_is_not_imported_before_there_is_a_client() -> None:
    code = (
        "import sys, reviewbot.forge, reviewbot.forge.state, reviewbot.forge.event; "
        "assert not {'github', 'requests', 'urllib3'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
