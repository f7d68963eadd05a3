import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

log = logging.getLogger("almanac")


class EphemerisMissing(Exception):
    def __init__(self, body: str) -> None:
        super().__init__(body)
        self.body = body


def problem(status: int, title: str, **extra) -> JSONResponse:
    return JSONResponse(
        {"status": status, "title": title, **extra},
        status_code=status,
        media_type="application/problem+json",
    )


async def missing(request: Request, exc: EphemerisMissing) -> JSONResponse:
    return problem(404, "No ephemeris for that body")


async def unexpected(request: Request, exc: Exception) -> JSONResponse:
    log.error("unhandled error in %r", request.url.path, exc_info=exc)
    return problem(500, "Internal error")


def install(app: FastAPI) -> None:
    app.add_exception_handler(EphemerisMissing, missing)
    app.add_exception_handler(Exception, unexpected)
