"""Day passes are tokens which the clubs sign with keys of their own."""
from dataclasses import dataclass

from jose import JWTError, jwt

AUDIENCE = "airfield"


class PassError(Exception):
    pass


@dataclass(frozen=True)
class Club:
    slug: str
    public_key: str


@dataclass(frozen=True)
class Pilot:
    club: str
    number: str
    solo: bool


def read_pass(token: str, clubs: dict[str, Club]) -> Pilot:
    try:
        header = jwt.get_unverified_header(token)
        club = clubs[header["kid"]]
        claims = jwt.decode(token, club.public_key, algorithms=["RS256"], audience=AUDIENCE)
        return Pilot(club=club.slug, number=claims["sub"], solo=bool(claims.get("solo")))
    except (JWTError, KeyError) as problem:
        raise PassError("not a valid pass") from problem
