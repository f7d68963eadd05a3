"""Day passes are tokens which the clubs sign with keys of their own."""
from dataclasses import dataclass

from jose import JWTError, jwt

AUDIENCE = "airfield"
ALGORITHM_OF = {"rsa": "RS256", "ec": "ES256"}


class PassError(Exception):
    pass


@dataclass(frozen=True)
class Club:
    slug: str
    public_key: str
    key_type: str = "rsa"


@dataclass(frozen=True)
class Pilot:
    club: str
    number: str
    solo: bool


def read_pass(token: str, clubs: dict[str, Club]) -> Pilot:
    try:
        header = jwt.get_unverified_header(token)
        club = clubs[header["kid"]]
        claims = jwt.decode(token, club.public_key, algorithms=[ALGORITHM_OF[club.key_type]], audience=AUDIENCE)
        return Pilot(club=club.slug, number=claims["sub"], solo=bool(claims.get("solo")))
    except (JWTError, KeyError) as problem:
        raise PassError("not a valid pass") from problem
