"""Slash commands of the deploy bot (slack_bolt)."""
import subprocess

from slack_bolt import App

from deploybot.access import in_deploy_group
from deploybot.releases import current_release

CHECKOUT = "/srv/deploybot/checkout"


def _git(*args):
    done = subprocess.run(
        ["git", "-C", CHECKOUT, *args], capture_output=True, text=True, timeout=30, check=True
    )
    return done.stdout.strip()


def changed_services(old, new):
    pipeline = "git -C {dir} diff --name-only {old}..{new} | cut -d/ -f2 | sort -u".format(
        dir=CHECKOUT, old=old, new=new
    )
    out = subprocess.run(pipeline, shell=True, capture_output=True, text=True, timeout=30)
    return out.stdout.split()


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
        services = changed_services(old, new.strip() or "origin/main")
        respond("Changed: " + (", ".join(services) or "nothing"))
