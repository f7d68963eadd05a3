"""Turns a draft into the HTML that goes out by mail."""
from flask import render_template


def shell(issue, body):
    return render_template("newsletter/shell.html", issue=issue, body=body)


def plain_subject(issue):
    return f"{issue.parish.name}: news for {issue.month:%B %Y}"
