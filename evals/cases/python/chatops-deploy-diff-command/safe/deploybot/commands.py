"""Slash commands of the deploy bot (slack_bolt)."""
import re
import subprocess

from slack_bolt import App

from deploybot.access import in_deploy_group
from deploybot.releases import current_release

CHECKOUT = "/srv/deploybot/checkout"
REVISION = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}")


def _git(*args):
    done = subprocess.run(
        ["git", "-C", CHECKOUT, *args], capture_output=True, text=True, timeout=30, check=True
    )
    return done.stdout.strip()


def changed_services(old, new):
    for revision in (old, new):
        if not REVISION.fullmatch(revision):
            raise ValueError("not a revision: %r" % revision)
    names = _git("diff", "--name-only", "%s..%s" % (old, new), "--")
    return sorted({name.split("/")[1] for name in names.splitlines() if "/" in name})


def register(app: App):
    @app.command("/release")
    def release(ack, respond, command):
        ack()
        respond("%s is on %s" % (command["channel_name"], current_release(command["channel_id"])))

    @app.command("/fetch")
    def fetch(ack, respond, command):
        ack()
        if not in_deploy_group(command["user_id"]):
            respond("You are not in the deploy group.")
            return
        _git("fetch", "--prune", "origin")
        respond("Fetched, main is at %s" % _git("rev-parse", "--short", "origin/main"))

    @app.command("/diff")
    def diff(ack, respond, command):
        ack()
        if not in_deploy_group(command["user_id"]):
            respond("You are not in the deploy group.")
            return
        old, _, new = command["text"].partition(" ")
        try:
            services = changed_services(old, new.strip() or "origin/main")
        except (ValueError, subprocess.CalledProcessError):
            respond("I do not know these revisions.")
            return
        respond("Changed: " + (", ".join(services) or "nothing"))
