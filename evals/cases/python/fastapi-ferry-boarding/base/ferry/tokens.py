"""Boarding tokens, issued by the ticket office and checked at the gate."""
from dataclasses import dataclass

import jwt
from fastapi import Depends, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from ferry.keys import KeyRing, key_ring

bearer = HTTPBearer()


@dataclass(frozen=True)
class Passenger:
    ticket: str
    sailing: str


def decode(raw: str, ring: KeyRing) -> dict:
    header = jwt.get_unverified_header(raw)
    key = ring.public_key(header.get("kid"))
    return jwt.decode(raw, key, algorithms=["RS256"], audience="gate")


def passenger(
    credentials: HTTPAuthorizationCredentials = Depends(bearer), ring: KeyRing = Depends(key_ring)
) -> Passenger:
    try:
        claims = decode(credentials.credentials, ring)
    except (jwt.PyJWTError, KeyError):
        raise HTTPException(401, "token not accepted") from None
    return Passenger(ticket=claims["sub"], sailing=claims["sailing"])
