from flask import Flask, redirect, render_template, request, url_for
from flask_login import LoginManager, current_user, login_required
from flask_wtf import CSRFProtect

from . import filters
from .store import Night, db, load_user


def create_app(config):
    app = Flask(__name__)
    app.config.from_mapping(config)
    db.init_app(app)
    CSRFProtect(app)
    manager = LoginManager(app)
    manager.user_loader(load_user)
    filters.install(app.jinja_env)

    @app.get("/nights/<date>")
    @login_required
    def night(date):
        # night.html: {% for entry in night.entries %}{{ entry.text|paragraphs }}{% endfor %}
        return render_template("night.html", night=Night.on(date))

    @app.post("/nights/<date>/entries")
    @login_required
    def add_entry(date):
        Night.on(date).add(current_user, request.form["text"])
        return redirect(url_for("night", date=date))

    return app
