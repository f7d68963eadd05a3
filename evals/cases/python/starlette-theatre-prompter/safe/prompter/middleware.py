from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse


class CrewOnly(BaseHTTPMiddleware):
    """Everything needs a token of the crew."""

    def __init__(self, app, tokens):
        super().__init__(app)
        self.tokens = tokens

    async def dispatch(self, request, call_next):
        if request.scope["path"] == "/health":
            return await call_next(request)
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        crew = await self.tokens.find(token) if scheme.lower() == "bearer" else None
        if crew is None:
            return JSONResponse({"error": "crew only"}, 401)
        request.state.crew = crew
        return await call_next(request)
