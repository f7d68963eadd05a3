from markupsafe import Markup, escape

VOID = {"img", "hr"}


def element(tag, content="", attributes=None):
    """tag is one of our own, content is escaped unless it is markup."""
    start = Markup(f"<{tag}{_attributes(attributes or {})}>")
    return start if tag in VOID else start + escape(content) + Markup(f"</{tag}>")


def _attributes(attributes):
    inner = " ".join(f'{key}="{escape(value)}"' for key, value in attributes.items() if value is not None)
    return f" {inner}" if inner else ""


def join(parts):
    return Markup("").join(parts)
