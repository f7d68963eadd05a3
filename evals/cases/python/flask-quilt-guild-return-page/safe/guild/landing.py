from urllib.parse import urlsplit

from flask import url_for


def landing(back):
    """The page to show after sign in: a path of ours, with its query."""
    if not back or not back.isascii() or not back.isprintable() or "\\" in back:
        return url_for("home.index")
    if not back.startswith("/") or back.startswith("//") or urlsplit(back).netloc:
        return url_for("home.index")
    return back
