import jwt

from .settings import settings


class BadPass(Exception):
    pass


def read_pass(token: str) -> dict:
    try:
        return jwt.decode(token, settings.pass_secret, algorithms=["HS256"], audience="gate")
    except jwt.PyJWTError as problem:
        raise BadPass from problem
