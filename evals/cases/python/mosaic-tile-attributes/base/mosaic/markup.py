from markupsafe import Markup, escape

VOID = {"img", "hr"}


def element(tag, content=""):
    """tag is one of our own, content is escaped unless it is markup."""
    start = Markup(f"<{tag}>")
    return start if tag in VOID else start + escape(content) + Markup(f"</{tag}>")


def join(parts):
    return Markup("").join(parts)
