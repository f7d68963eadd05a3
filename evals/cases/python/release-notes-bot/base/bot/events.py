"""What happens on which event. Signatures are checked in bot.server before anything comes here."""
from bot.notes import ReleaseNotes
from bot.repositories import fetch, post_comment


def on_push(event):
    if event["ref"] == "refs/heads/main":
        fetch(event["repository"]["id"])


def on_release_requested(event):
    checkout = fetch(event["repository"]["id"])
    post_comment(event, ReleaseNotes(checkout).text())
