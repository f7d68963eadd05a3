import secrets


def new_code():
    return secrets.token_urlsafe(16)


def normalise(typed):
    """Undo what people do to codes when they copy them from paper."""
    return typed.strip()
