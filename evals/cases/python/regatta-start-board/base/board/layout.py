from html import escape


def page(*, title: str, body: str, scripts: list[str]) -> str:
    """The frame of every page; body is finished HTML."""
    tags = "".join(f'<script defer src="/static/{escape(name)}"></script>' for name in scripts)
    return (
        "<!doctype html><html lang=en><head>"
        f"<title>{escape(title)}</title>{tags}</head><body>{body}</body></html>"
    )
