from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route

LANGUAGES = {"en": "English", "cy": "Cymraeg", "ga": "Gaeilge"}
YEAR = 365 * 24 * 3600


def negotiate(request: Request) -> str:
    chosen = request.cookies.get("lang")
    if chosen in LANGUAGES:
        return chosen
    for part in request.headers.get("accept-language", "").split(","):
        code = part.split(";")[0].strip()[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"


def local(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return False
    return address.startswith("/") and address[1:2] not in ("/", "\\")


async def switch(request: Request):
    language = request.path_params["code"]
    if language not in LANGUAGES:
        return PlainTextResponse("unknown language", status_code=404)
    target = request.query_params.get("back", "")
    if not target or not local(target):
        target = request.url_for("home").path
    response = RedirectResponse(target, status_code=303)
    response.set_cookie("lang", language, max_age=YEAR, samesite="lax", secure=True, httponly=True)
    return response


routes = [Route("/language/{code}", switch, methods=["GET"], name="language")]
