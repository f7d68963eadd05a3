from flask import Blueprint, request

from pipelines.auth import require_scope
from pipelines.definition import DefinitionError, parse
from pipelines.store import store

bp = Blueprint("pipelines", __name__)


@bp.put("/pipelines")
@require_scope("pipelines:write")
def upload():
    try:
        pipeline = parse(request.get_data(as_text=True))
    except DefinitionError as error:
        return {"message": str(error)}, 422
    store.save(pipeline)
    return {"name": pipeline.name, "steps": len(pipeline.steps)}, 201
