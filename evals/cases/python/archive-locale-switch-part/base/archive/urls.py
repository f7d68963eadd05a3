from urllib.parse import urlencode


def with_query(path, **values):
    wanted = {k: v for k, v in values.items() if v not in (None, "")}
    return f"{path}?{urlencode(wanted)}" if wanted else path
