import os
from pathlib import Path

from starlette.authentication import requires
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse
from starlette.routing import Route

AUDIO_ROOT = Path(os.environ["GUIDE_AUDIO"]).resolve()


def locate(name: str) -> Path:
    # all tracks lie flat in one folder, so a name with a slash cannot be one of ours
    if name != os.path.basename(name) or name.startswith("."):
        raise HTTPException(404)
    track = AUDIO_ROOT / name
    if not track.is_file():
        raise HTTPException(404)
    return track


@requires("visitor")
async def play(request: Request) -> FileResponse:
    track = locate(request.path_params["name"])
    return FileResponse(track, media_type="audio/mpeg")


@requires("visitor")
async def index(request: Request) -> JSONResponse:
    names = sorted(str(p.relative_to(AUDIO_ROOT)) for p in AUDIO_ROOT.glob("*.mp3"))
    return JSONResponse({"tracks": names})


routes = [
    Route("/tracks", index),
    Route("/tracks/{name}", play),
]
