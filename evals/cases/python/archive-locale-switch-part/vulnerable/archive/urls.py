from urllib.parse import urlencode, urlsplit


def with_query(path, **values):
    wanted = {k: v for k, v in values.items() if v not in (None, "")}
    return f"{path}?{urlencode(wanted)}" if wanted else path


def local_target(target, default="/"):
    """A path on this site, or the default."""
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc else default
