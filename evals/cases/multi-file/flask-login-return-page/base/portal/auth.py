from flask import Blueprint, flash, redirect, render_template, url_for
from flask_login import current_user, login_required, login_user, logout_user

from portal.forms import LoginForm
from portal.limits import limiter
from portal.models import Account

bp = Blueprint("auth", __name__)


@bp.route("/login", methods=["GET", "POST"])
@limiter.limit("10/minute", methods=["POST"])
def login():
    if current_user.is_authenticated:
        return redirect(url_for("home.index"))

    form = LoginForm()
    if form.validate_on_submit():
        account = Account.authenticate(form.email.data, form.password.data)
        if account is None:
            flash("Wrong address or password.")
        else:
            login_user(account, remember=form.remember.data)
            return redirect(url_for("home.index"))

    return render_template("auth/login.html", form=form)


@bp.post("/logout")
@login_required
def logout():
    logout_user()
    return redirect(url_for("auth.login"))
