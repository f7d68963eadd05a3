import asyncio

from sanic import Blueprint, Request
from sanic.exceptions import NotFound
from sanic.response import raw
from sanic_ext import openapi

from soil.auth import farmer_required
from soil.samples import owned_sample

bp = Blueprint("soil", url_prefix="/samples")

LANGUAGES = ("en", "fr", "pt", "sw")


@bp.get("/<sample_id:int>/report")
@openapi.summary("The finished report of a sample")
@farmer_required
async def report(request: Request, sample_id: int, farmer):
    sample = await owned_sample(farmer, sample_id)
    if sample is None or not sample.finished:
        raise NotFound("no report yet")
    storage = request.app.ctx.reports
    language = request.args.get("lang", "en")
    if language not in LANGUAGES:
        language = "en"
    content = await asyncio.to_thread(storage.read, sample.id, language)
    if content is None:
        raise NotFound("no report in that language")
    return raw(content, content_type="application/pdf")
