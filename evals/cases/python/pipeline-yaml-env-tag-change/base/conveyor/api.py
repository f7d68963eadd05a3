from flask import Blueprint, jsonify, request

from .auth import current_member, member_required
from .definition import DefinitionError, parse_pipeline
from .store import pipelines

bp = Blueprint("pipelines", __name__)


@bp.put("/projects/<int:project_id>/pipeline")
@member_required("project_id")
def put_pipeline(project_id):
    try:
        pipeline = parse_pipeline(request.get_data(as_text=True))
    except DefinitionError as error:
        return jsonify(error=str(error)), 422
    pipelines.replace(project_id, pipeline, author=current_member().id)
    return jsonify(name=pipeline.name, steps=[step.name for step in pipeline.steps])
