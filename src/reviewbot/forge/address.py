"""Where GitHub is, and the parts of its paths."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from reviewbot.errors import UsageError
from reviewbot.forge.errors import NotFound

_REPO = re.compile(r"[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}")
_SHA = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_DOTS = frozenset({"", ".", ".."})
_ENTERPRISE = "/api/v3"


@dataclass(frozen=True, slots=True)
class Address:
    """A GitHub: `api` and `web` without a slash at the end, `host` as it stands in messages."""

    api: str
    web: str
    host: str
    loopback: bool


def read_address(api_url: str) -> Address:
    """Read GITHUB_API_URL: https://api.github.com, or https://HOST/api/v3 of an Enterprise Server.

    Raises:
        UsageError: it is no https address; only this machine itself may be http.
    """
    hint = "GITHUB_API_URL is https://api.github.com, or https://HOST/api/v3 on GitHub Enterprise Server"
    try:
        parts = urlsplit(api_url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise UsageError("the address of GitHub's API is none", hint) from None
    if not host or not api_url.isascii() or not api_url.isprintable() or " " in api_url or "\\" in api_url:
        raise UsageError("the address of GitHub's API is none", hint)
    if parts.username is not None or parts.query or parts.fragment or "@" in parts.netloc:
        raise UsageError("the address of GitHub's API may hold no name, password, ? or #", hint)
    local = _is_loopback(host)
    if parts.scheme != "https" and not (local and parts.scheme == "http"):
        raise UsageError(
            f"the address of GitHub's API must be https, and is {parts.scheme or 'nothing'}", hint
        )
    return Address(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", _web(parts), host, local)


def repo_path(repo: str, *rest: str) -> str:
    """The path to something of a repository; parts may hold anything but steps up.

    Raises:
        NotFound: there can be no such repository or path.
    """
    pieces = [piece for part in rest for piece in part.split("/")]
    if not _REPO.fullmatch(repo) or _DOTS.intersection([*repo.split("/"), *pieces]):
        raise NotFound(f"GitHub can have no {'/'.join((repo, *rest))!r}", "a repository is OWNER/NAME")
    return "/".join(("/repos", repo, *(quote(piece, safe="", errors="surrogateescape") for piece in pieces)))


def checked_sha(sha: str) -> str:
    """The sha.

    Raises:
        NotFound: it is none.
    """
    if not _SHA.fullmatch(sha):
        raise NotFound(f"{sha[:80]!r} is no complete sha")
    return sha


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _web(parts: SplitResult) -> str:
    """github.com for api.github.com, likewise on ghe.com; the server itself for an Enterprise Server."""
    netloc, path = parts.netloc, parts.path.rstrip("/").removesuffix(_ENTERPRISE)
    if netloc == "api.github.com" or (netloc.startswith("api.") and netloc.endswith(".ghe.com")):
        netloc = netloc.removeprefix("api.")
    return f"{parts.scheme}://{netloc}{path}"
