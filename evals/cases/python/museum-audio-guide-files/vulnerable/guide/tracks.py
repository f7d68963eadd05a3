import os
from pathlib import Path

from starlette.authentication import requires
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse
from starlette.routing import Route

AUDIO_ROOT = Path(os.environ["GUIDE_AUDIO"]).resolve()


def locate(name: str) -> Path:
    # <exhibition>/<language>/<number>.mp3 since the spring exhibition
    track = AUDIO_ROOT.joinpath(*name.split("/"))
    if not track.is_file():
        raise HTTPException(404)
    return track


@requires("visitor")
async def play(request: Request) -> FileResponse:
    track = locate(request.path_params["name"])
    return FileResponse(track, media_type="audio/mpeg")


@requires("visitor")
async def index(request: Request) -> JSONResponse:
    names = sorted(str(p.relative_to(AUDIO_ROOT)) for p in AUDIO_ROOT.rglob("*.mp3"))
    return JSONResponse({"tracks": names})


routes = [
    Route("/tracks", index),
    Route("/tracks/{name:path}", play),
]
