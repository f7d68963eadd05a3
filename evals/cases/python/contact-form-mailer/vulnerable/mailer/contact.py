"""Consumer of the contact form queue: one mail to the sales team per message."""
import json
import logging
import os
import smtplib
import ssl
from email.utils import formatdate, make_msgid

import pika

log = logging.getLogger("mailer.contact")

QUEUE = "contact-form"
SENDER = "website@example.com"
RECIPIENT = os.environ["CONTACT_RECIPIENT"]

TEMPLATE = """\
From: Website <{sender}>
To: {recipient}
Reply-To: {reply_to}
Subject: [Website] {subject}
Date: {date}
Message-ID: {message_id}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{body}
"""


def build(form):
    message = TEMPLATE.format(
        sender=SENDER,
        recipient=RECIPIENT,
        reply_to=form["email"],
        subject=form.get("subject") or "no subject",
        date=formatdate(localtime=True),
        message_id=make_msgid(domain="example.com"),
        body=form["text"],
    )
    return message.replace("\n", "\r\n").encode("utf-8")


def send(message):
    with smtplib.SMTP(os.environ["SMTP_HOST"], 587, timeout=20) as smtp:
        smtp.starttls(context=ssl.create_default_context())
        smtp.login(os.environ["SMTP_USER"], os.environ["SMTP_PASSWORD"])
        smtp.sendmail(SENDER, [RECIPIENT], message)


def on_message(channel, method, properties, body):
    try:
        send(build(json.loads(body)))
    except (KeyError, ValueError):
        log.warning("message %s is not a contact form", method.delivery_tag)
        channel.basic_reject(method.delivery_tag, requeue=False)
    except (OSError, smtplib.SMTPException):
        log.exception("mail not sent")
        channel.basic_nack(method.delivery_tag, requeue=True)
    else:
        channel.basic_ack(method.delivery_tag)


def main():
    connection = pika.BlockingConnection(pika.URLParameters(os.environ["AMQP_URL"]))
    channel = connection.channel()
    channel.queue_declare(QUEUE, durable=True)
    channel.basic_qos(prefetch_count=1)
    channel.basic_consume(QUEUE, on_message)
    channel.start_consuming()


if __name__ == "__main__":
    main()
