"""What a person calls a pull request: a short name, or the address of its page."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from reviewbot.errors import UsageError
from reviewbot.forge.address import read_address

PUBLIC_API = "https://api.github.com"
"""Where the short name leads unless the environment names another server."""

_HINT = "Give OWNER/REPO#N, or the address of its page: https://HOST/OWNER/REPO/pull/N."
_NAME = r"(?!\.{1,2}[/#])[A-Za-z0-9_.-]{1,100}"
_REPO = rf"(?P<repo>{_NAME}/{_NAME})"
_NUMBER = r"(?P<number>[1-9][0-9]{0,8})"
_SHORT = re.compile(f"{_REPO}#{_NUMBER}")
_PAGE = re.compile(f"/{_REPO}/pull/{_NUMBER}(?:/[A-Za-z0-9_./-]*)?")
_PUBLIC_HOSTS = frozenset({"github.com", "www.github.com"})


class PullName(NamedTuple):
    """Which server, as GITHUB_API_URL would name it, which repository as OWNER/NAME, and which number."""

    api_url: str
    repo: str
    number: int


def parse_pull(text: str, api_url: str = PUBLIC_API) -> PullName:
    """Read `OWNER/REPO#N`, which is at `api_url`, or the address of a page, which may be of another server.

    A token that is meant for `api_url` must not go to another server: compare the two.

    Raises:
        UsageError: it is neither, or `api_url` is no https address (loopback may be http).
    """
    if not (text.isascii() and text.isprintable()):
        raise _refused(text)
    home = read_address(api_url)
    if short := _SHORT.fullmatch(text):
        return PullName(home.api, short["repo"], int(short["number"]))
    try:
        parts = urlsplit(text)
    except ValueError:
        raise _refused(text) from None
    page = _PAGE.fullmatch(parts.path)
    if page is None or not parts.netloc:
        raise _refused(text)
    web = f"{parts.scheme}://{parts.netloc.lower()}"
    return PullName(home.api if web == home.web else _api(web, text), page["repo"], int(page["number"]))


def _api(web: str, text: str) -> str:
    """The API beside the pages of a server."""
    scheme, _, host = web.partition("://")
    if host in _PUBLIC_HOSTS:
        host = "api.github.com"
    elif host.endswith(".ghe.com"):
        host = f"api.{host}"
    else:
        host = f"{host}/api/v3"
    try:
        return read_address(f"{scheme}://{host}").api
    except UsageError:
        raise _refused(text) from None


def _refused(text: str) -> UsageError:
    return UsageError(f"{text[:100]!r} names no pull request", _HINT)
