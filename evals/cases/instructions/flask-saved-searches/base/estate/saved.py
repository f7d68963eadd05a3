"""Searches that visitors saved."""

from dataclasses import dataclass

from flask import Blueprint, jsonify, make_response, redirect, request, url_for

from estate.csrf import csrf_protected

bp = Blueprint("saved", __name__, url_prefix="/saved")

COOKIE = "saved_searches"
LIMIT = 10


@dataclass(frozen=True)
class Search:
    town: str
    rooms: int

    @classmethod
    def from_form(cls, form):
        return cls(form.get("town", "")[:60], form.get("rooms", 1, type=int))


@bp.get("/")
def index():
    return jsonify([])


@bp.post("/")
@csrf_protected
def save():
    search = Search.from_form(request.form)
    response = make_response(redirect(url_for("saved.index")))
    response.set_cookie(COOKIE, str(search.rooms), secure=True, httponly=True, samesite="Lax")
    return response
