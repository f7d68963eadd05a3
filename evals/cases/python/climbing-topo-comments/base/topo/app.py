from fastapi import Depends, FastAPI, Form, HTTPException, Request
from fastapi.responses import RedirectResponse
from fastapi.templating import Jinja2Templates

from . import filters
from .auth import Climber, signed_in
from .store import Store, get_store

app = FastAPI()
templates = Jinja2Templates(directory="topo/templates")
filters.install(templates.env)


@app.get("/routes/{route_id}")
async def show_route(request: Request, route_id: int, store: Store = Depends(get_store)):
    route = await store.route(route_id)
    if route is None:
        raise HTTPException(404)
    comments = await store.comments(route_id)
    return templates.TemplateResponse(request, "route.html", {"route": route, "comments": comments})


@app.post("/routes/{route_id}/comments")
async def add_comment(
    route_id: int,
    body: str = Form(max_length=4000),
    climber: Climber = Depends(signed_in),
    store: Store = Depends(get_store),
):
    await store.add_comment(route_id, author=climber.name, body=body)
    return RedirectResponse(f"/routes/{route_id}", status_code=303)
