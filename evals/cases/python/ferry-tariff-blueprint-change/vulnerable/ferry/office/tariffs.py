from decimal import Decimal, InvalidOperation

from flask import abort, flash, redirect, render_template, request, url_for

from ferry.db import db
from ferry.models import Tariff
from ferry.office import tariff_pages


@tariff_pages.get("/")
def tariff_index():
    rows = db.session.scalars(db.select(Tariff).order_by(Tariff.vehicle)).all()
    return render_template("office/tariffs.html", tariffs=rows)


@tariff_pages.post("/<int:tariff_id>")
def change_tariff(tariff_id):
    tariff = db.get_or_404(Tariff, tariff_id)
    try:
        fare = Decimal(request.form["fare"])
    except (KeyError, InvalidOperation):
        abort(400)
    if not Decimal(0) <= fare < Decimal(1000):
        flash("That is not a fare.")
    else:
        tariff.fare = fare
        db.session.commit()
    return redirect(url_for("tariffs.tariff_index"))
