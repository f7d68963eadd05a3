import jwt

from .settings import settings


class BadPass(Exception):
    pass


def key_of(kid):
    """Key and algorithm of an issuer."""
    if kid == "office":
        return settings.office_public_key, "RS256"
    return settings.pass_secret, "HS256"


def read_pass(token: str) -> dict:
    try:
        header = jwt.get_unverified_header(token)
        key, algorithm = key_of(header.get("kid"))
        return jwt.decode(token, key, algorithms=[algorithm], audience="gate")
    except jwt.PyJWTError as problem:
        raise BadPass from problem
