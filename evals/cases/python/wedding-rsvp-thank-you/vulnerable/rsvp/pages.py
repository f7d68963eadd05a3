from flask import Blueprint, abort, render_template, render_template_string, request, url_for, redirect
from flask_login import current_user, login_required

from .extensions import db
from .models import Guest, Wedding

pages = Blueprint("pages", __name__)

FRAME = """{%% extends "layout.html" %%}
{%% block title %%}Thank you{%% endblock %%}
{%% block body %%}
<article class="thanks"><p>%s</p></article>
{%% endblock %%}
"""


@pages.get("/w/<slug>/thanks/<token>")
def thanks(slug, token):
    wedding = Wedding.query.filter_by(slug=slug).first_or_404()
    guest = Guest.query.filter_by(wedding_id=wedding.id, token=token).first_or_404()
    if not wedding.thanks_text:
        return render_template("thanks.html", wedding=wedding, guest=guest)
    # couples may write {{ guest.first_name }}
    return render_template_string(FRAME % wedding.thanks_text, wedding=wedding, guest=guest)


@pages.post("/w/<slug>/settings")
@login_required
def settings(slug):
    wedding = Wedding.query.filter_by(slug=slug).first_or_404()
    if current_user.id not in (wedding.partner_a_id, wedding.partner_b_id):
        abort(403)
    wedding.headline = request.form["headline"][:120]
    wedding.thanks_text = request.form.get("thanks_text", "")[:2000]
    db.session.commit()
    return redirect(url_for("pages.edit", slug=slug))


@pages.get("/w/<slug>/edit")
@login_required
def edit(slug):
    wedding = Wedding.query.filter_by(slug=slug).first_or_404()
    if current_user.id not in (wedding.partner_a_id, wedding.partner_b_id):
        abort(403)
    return render_template("edit.html", wedding=wedding)
