import os
import re
import subprocess
import uuid

from flask import Flask, flash, redirect, render_template, request, session, url_for
from flask_wtf.csrf import CSRFProtect

from station.badges import badge_login, login_required
from station.jobs import add_job, jobs_of, open_jobs

app = Flask(__name__)
app.secret_key = os.environ["STATION_SECRET"]
app.config["MAX_CONTENT_LENGTH"] = 25 * 1024 * 1024
app.config["SPOOL"] = os.environ.get("STATION_SPOOL", "/var/spool/station")
app.config["SESSION_COOKIE_SECURE"] = True
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
csrf = CSRFProtect(app)

DEFAULT_PRINTER = "hall-1"
MAX_OPEN_JOBS = 20


def printers():
    # "hall-1 accepting requests since ..."
    out = subprocess.run(["lpstat", "-a"], capture_output=True, text=True, timeout=10).stdout
    return [line.split()[0] for line in out.splitlines() if line.strip()]


def looks_like_pdf(path):
    with open(path, "rb") as f:
        return f.read(5) == b"%PDF-"


def page_count(path):
    out = subprocess.run(["pdfinfo", path], capture_output=True, text=True, timeout=20).stdout
    m = re.search(r"^Pages:\s+(\d+)$", out, re.M)
    return int(m.group(1)) if m else 0


@app.route("/")
@login_required
def index():
    return render_template("index.html", printers=printers(), jobs=jobs_of(session["badge"]))


@app.route("/badge", methods=["GET", "POST"])
def badge():
    if request.method == "POST":
        who = badge_login(request.form.get("badge", ""), request.form.get("pin", ""))
        if who:
            session.clear()
            session["badge"] = who
            return redirect(url_for("index"))
        flash("Badge or PIN is wrong")
    return render_template("badge.html")


@app.route("/print", methods=["POST"])
@login_required
def print_file():
    f = request.files.get("file")
    if f is None or f.filename == "":
        flash("No file chosen")
        return redirect(url_for("index"))
    if open_jobs(session["badge"]) >= MAX_OPEN_JOBS:
        flash("You have too many open jobs")
        return redirect(url_for("index"))

    # never use the name of the upload, the old station had trouble with umlauts
    path = os.path.join(app.config["SPOOL"], uuid.uuid4().hex + ".pdf")
    f.save(path)
    if not looks_like_pdf(path):
        os.remove(path)
        flash("Only PDF files can be printed")
        return redirect(url_for("index"))
    pages = page_count(path)

    printer = request.form.get("printer") or DEFAULT_PRINTER
    copies = request.form.get("copies", 1, type=int)
    if printer not in printers() or not 1 <= copies <= 50:
        os.remove(path)
        flash("This printer or number of copies is not possible")
        return redirect(url_for("index"))
    cmd = ["lp", "-d", printer, "-n", str(copies)]
    if request.form.get("duplex"):
        cmd += ["-o", "sides=two-sided-long-edge"]
    cmd.append(path)
    rc = subprocess.call(cmd)
    if rc != 0:
        os.remove(path)
        flash("The printer does not accept the job")
        return redirect(url_for("index"))

    add_job(session["badge"], pages, printer)
    flash("%d pages sent to the printer" % pages)
    return redirect(url_for("index"))


@app.route("/logout", methods=["POST"])
def logout():
    session.clear()
    return redirect(url_for("badge"))
