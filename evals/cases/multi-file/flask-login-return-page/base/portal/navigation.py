"""Where people are, where they came from and where they want to go."""

from urllib.parse import urlsplit

from flask import request


def requested_page() -> str | None:
    """The page that was asked for, as it stands in the address; for logs and breadcrumbs."""
    return request.args.get("next")


def local_page() -> str | None:
    """The page that was asked for, if it is a path on this site."""
    target = (requested_page() or "").strip()
    if "\\" in target or any(ord(char) < 33 for char in target):
        return None
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not target.startswith("/") or target.startswith("//"):
        return None
    return target


def section() -> str:
    """The first part of the path, which the menu highlights."""
    return request.path.strip("/").split("/", 1)[0] or "home"
