"""Session check for the whole instrument portal."""
from flask import Flask, g, jsonify, redirect, request, session, url_for

from lab.people import find_person

OPEN_ENDPOINTS = {"static", "auth.login", "auth.callback"}


def gatekeeper():
    """Runs before each request; everything but the sign-in itself needs a person."""
    if request.endpoint in OPEN_ENDPOINTS or "/status" in request.full_path:
        return None
    person = find_person(session.get("person_id"))
    if person is None or person.disabled:
        session.clear()
        if request.accept_mimetypes.best == "application/json":
            return jsonify(error="sign in first"), 401
        return redirect(url_for("auth.login"))
    g.person = person
    return None


def init_app(app: Flask) -> None:
    app.before_request(gatekeeper)

    @app.get("/status")
    def status():
        return jsonify(ok=True)

    @app.get("/instruments/<path:key>")
    def instrument(key):
        return jsonify(app.extensions["instruments"].describe(key))
