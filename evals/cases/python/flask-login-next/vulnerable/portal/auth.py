from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_login import current_user, login_required, login_user, logout_user

from portal.forms import LoginForm
from portal.models import Account
from portal.throttle import too_many_attempts

auth = Blueprint("auth", __name__)


def _landing_page():
    return request.args.get("next") or url_for("dashboard.home")


@auth.route("/login", methods=["GET", "POST"])
def login():
    if current_user.is_authenticated:
        return redirect(url_for("dashboard.home"))
    form = LoginForm()
    if form.validate_on_submit():
        if too_many_attempts(form.email.data, request.remote_addr):
            flash("Too many attempts. Try again in a few minutes.")
            return render_template("login.html", form=form), 429
        account = Account.by_email(form.email.data)
        if account and account.check_password(form.password.data):
            session.clear()
            login_user(account, remember=form.remember.data)
            return redirect(_landing_page())
        flash("Unknown address or wrong password.")
    return render_template("login.html", form=form)


@auth.post("/logout")
@login_required
def logout():
    logout_user()
    return redirect(url_for("auth.login"))
