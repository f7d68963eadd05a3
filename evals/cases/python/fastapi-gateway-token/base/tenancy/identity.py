"""Who is calling: the identity that the API gateway passes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import jwt
from fastapi import Depends, Header, HTTPException, status

from tenancy.config import Settings, get_settings
from tenancy.models import Tenant, find_tenant


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
        return jwt.decode(token, settings.session_public_key, algorithms=["RS256"], audience="api")
    except jwt.InvalidTokenError:
        raise _unauthorised() from None


def current_identity(
    x_session: Annotated[str, Header()],
    settings: Annotated[Settings, Depends(get_settings)],
) -> Identity:
    claims = _decode(x_session, settings)
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
