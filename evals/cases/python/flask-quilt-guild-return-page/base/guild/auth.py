from flask import Blueprint, redirect, render_template, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import login_user

from .forms import SignIn
from .landing import landing
from .models import Member

bp = Blueprint("auth", __name__)
limiter = Limiter(get_remote_address)


@bp.route("/sign-in", methods=["GET", "POST"])
@limiter.limit("10/minute")
def sign_in():
    form = SignIn()
    target = landing(request.args.get("to"))
    if form.validate_on_submit():
        member = Member.query.filter_by(email=form.email.data.lower()).first()
        if member and member.verify(form.password.data):
            login_user(member)
            return redirect(target)
        form.password.errors.append("E-mail or password is wrong.")
    return render_template("sign_in.html", form=form)
