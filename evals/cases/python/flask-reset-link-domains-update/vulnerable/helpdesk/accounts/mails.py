from flask import render_template
from flask_mail import Message

from helpdesk.extensions import mail


def send_reset_mail(recipient, link, brand):
    message = Message(
        subject="Choose a new password",
        recipients=[recipient],
        body=render_template("mails/reset.txt", link=link, brand=brand),
    )
    mail.send(message)
