from fastapi import Depends, FastAPI, HTTPException
from pydantic import BaseModel

from .auth import maintainer
from .checkout import CheckoutError, checkout
from .render import render_site
from .settings import settings

app = FastAPI(title="docs previews")


class PreviewRequest(BaseModel):
    project: str
    ref: str = "main"


@app.post("/previews", status_code=201, dependencies=[Depends(maintainer)])
def create_preview(body: PreviewRequest):
    remote = settings.remotes.get(body.project)
    if remote is None:
        raise HTTPException(404, "unknown project")
    try:
        with checkout(remote, body.ref) as folder:
            url = render_site(folder, body.project)
    except CheckoutError as exc:
        raise HTTPException(422, str(exc)) from exc
    return {"url": url}
