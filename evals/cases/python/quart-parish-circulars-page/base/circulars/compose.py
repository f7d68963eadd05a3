"""Circulars: written by the editors of a parish, sent to its members."""
import logging

from quart import Blueprint, abort, g, redirect, render_template, url_for

from circulars.auth import editor_required
from circulars.outbox import enqueue
from circulars.store import Circular, drafts, members_of

log = logging.getLogger(__name__)
bp = Blueprint("circulars", __name__, url_prefix="/circulars")


async def text_for(circular: Circular, member) -> str:
    return circular.body


@bp.get("/<int:draft_id>")
@editor_required
async def preview(draft_id: int):
    draft = await drafts.get(draft_id, parish_id=g.editor.parish_id)
    if draft is None:
        abort(404)
    body = await text_for(draft, g.editor)
    return await render_template("circulars/preview.html", draft=draft, body=body)


@bp.post("/<int:draft_id>/send")
@editor_required
async def send(draft_id: int):
    draft = await drafts.get(draft_id, parish_id=g.editor.parish_id)
    if draft is None or draft.sent_at:
        abort(404)
    count = 0
    async for member in members_of(g.editor.parish_id):
        await enqueue(member.email, subject=draft.subject, text=await text_for(draft, member))
        count += 1
    await drafts.mark_sent(draft)
    log.info("circular %d queued for %d members", draft.id, count)
    return redirect(url_for("circulars.preview", draft_id=draft.id))
