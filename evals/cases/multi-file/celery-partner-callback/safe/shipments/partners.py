"""Partners that we exchange data with."""

from urllib.parse import urlsplit

PARTNER_HOSTS = frozenset(
    {
        "hooks.nordfracht.example",
        "events.baltic-lines.example",
        "api.portside.example",
    }
)


def is_partner_endpoint(url: str) -> bool:
    """Say whether an address is https, on the usual port, at a partner's host."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    return parts.scheme == "https" and port in (None, 443) and parts.hostname in PARTNER_HOSTS
