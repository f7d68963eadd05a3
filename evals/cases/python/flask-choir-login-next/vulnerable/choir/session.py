from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_login import login_user, logout_user

from choir.forms import SignInForm
from choir.members import Member
from choir.urls import is_internal

bp = Blueprint("session", __name__)


@bp.route("/sign-in", methods=["GET", "POST"])
def sign_in():
    form = SignInForm()
    if form.validate_on_submit():
        member = Member.authenticate(form.email.data, form.password.data)
        if member is None:
            flash("That did not work.")
            return render_template("sign_in.html", form=form), 401
        login_user(member)
        target = request.args.get("next", "")
        if is_internal(target):
            return redirect(target)
        return redirect(url_for("rehearsals.index"))
    return render_template("sign_in.html", form=form)


@bp.post("/sign-out")
def sign_out():
    logout_user()
    return redirect(url_for("public.home"))
