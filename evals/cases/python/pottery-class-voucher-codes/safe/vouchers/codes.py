import secrets

# no 0/O, 1/I/L, and no vowels, so that no words come out
ALPHABET = "BCDFGHJKMNPQRSTVWXYZ23456789"
GROUPS, SIZE = 4, 4


def new_code():
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(SIZE)) for _ in range(GROUPS))


def normalise(typed):
    """Undo what people do to codes when they copy them from paper."""
    bare = "".join(c for c in typed.upper() if c in ALPHABET)
    return "-".join(bare[i : i + SIZE] for i in range(0, len(bare), SIZE))
