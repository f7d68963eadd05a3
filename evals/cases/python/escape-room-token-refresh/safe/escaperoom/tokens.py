import os
import time
import uuid

import jwt

ISSUER = "escaperoom"
LIFETIME = 15 * 60
GRACE = 24 * 60 * 60


def _key():
    return os.environ["TOKEN_KEY"]


class InvalidToken(Exception):
    pass


def issue(game_master_id):
    now = int(time.time())
    claims = {
        "iss": ISSUER,
        "sub": str(game_master_id),
        "jti": uuid.uuid4().hex,
        "iat": now,
        "exp": now + LIFETIME,
    }
    return jwt.encode(claims, _key(), algorithm="HS256")


def verify(token):
    try:
        return jwt.decode(token, _key(), algorithms=["HS256"], issuer=ISSUER)
    except jwt.InvalidTokenError as exc:
        raise InvalidToken from exc


def verify_for_refresh(token):
    """Like verify(), but a token may have run out up to a day ago."""
    try:
        claims = jwt.decode(token, _key(), algorithms=["HS256"], options={"verify_exp": False})
    except jwt.InvalidTokenError as exc:
        raise InvalidToken from exc
    if claims.get("iss") != ISSUER or claims.get("exp", 0) + GRACE < time.time():
        raise InvalidToken
    return claims
