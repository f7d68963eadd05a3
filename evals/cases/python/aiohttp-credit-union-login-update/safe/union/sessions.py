"""Server-side sessions in Redis; the cookie has nothing but the identifier."""
import json
import secrets

from aiohttp import web

COOKIE = "sid"
LIFETIME = 3600


class Session(dict):
    def __init__(self, sid, data=()):
        super().__init__(data)
        self.sid = sid


class Sessions:
    def __init__(self, redis):
        self._redis = redis

    async def load(self, request: web.Request) -> Session:
        sid = request.cookies.get(COOKIE, "")
        stored = await self._redis.get(f"session:{sid}") if sid else None
        return Session(sid, json.loads(stored)) if stored else self.fresh()

    def fresh(self, data=()) -> Session:
        return Session(secrets.token_urlsafe(32), data)

    async def drop(self, session: Session) -> None:
        await self._redis.delete(f"session:{session.sid}")

    async def save(self, session: Session, response: web.StreamResponse) -> None:
        await self._redis.set(f"session:{session.sid}", json.dumps(session), ex=LIFETIME)
        response.set_cookie(COOKIE, session.sid, httponly=True, secure=True, samesite="Lax")
