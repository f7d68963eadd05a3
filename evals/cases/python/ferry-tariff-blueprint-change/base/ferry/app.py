from flask import Flask
from flask_wtf import CSRFProtect

from ferry.db import db
from ferry.office import office
from ferry.session import load_user


def create_app(config="ferry.settings"):
    app = Flask(__name__)
    app.config.from_object(config)
    db.init_app(app)
    CSRFProtect(app)
    app.before_request(load_user)
    app.register_blueprint(office)
    return app
