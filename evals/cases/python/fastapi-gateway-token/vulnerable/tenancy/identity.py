"""Who is calling: the identity that the API gateway passes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import jwt
from fastapi import Depends, HTTPException, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from tenancy.config import Settings, get_settings
from tenancy.models import Tenant, find_tenant

bearer = HTTPBearer(description="The token that the gateway adds to each request")


@dataclass(frozen=True)
class Identity:
    subject: str
    tenant: Tenant
    scopes: frozenset[str]

    def may(self, scope: str) -> bool:
        return scope in self.scopes


def _unauthorised() -> HTTPException:
    return HTTPException(status.HTTP_401_UNAUTHORIZED, "invalid token", headers={"WWW-Authenticate": "Bearer"})


def _decode(token: str, settings: Settings) -> dict:
    try:
        claims = jwt.decode(
            token,
            options={"verify_signature": False, "require": ["sub", "tid", "exp"]},
            audience=settings.audience,
        )
    except jwt.InvalidTokenError:
        raise _unauthorised() from None
    return claims


def current_identity(
    credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)],
    settings: Annotated[Settings, Depends(get_settings)],
) -> Identity:
    claims = _decode(credentials.credentials, settings)
    tenant = find_tenant(claims["tid"])
    if tenant is None or tenant.suspended:
        raise _unauthorised()
    return Identity(claims["sub"], tenant, frozenset(claims.get("scope", "").split()))


def require(scope: str):
    """A dependency that lets only callers with the scope pass."""

    def check(identity: Annotated[Identity, Depends(current_identity)]) -> Identity:
        if not identity.may(scope):
            raise HTTPException(status.HTTP_403_FORBIDDEN, f"needs {scope}")
        return identity

    return check
