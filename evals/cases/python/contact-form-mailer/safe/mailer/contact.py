"""Consumer of the contact form queue: one mail to the sales team per message."""
import json
import logging
import os
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

import pika

log = logging.getLogger("mailer.contact")

QUEUE = "contact-form"
SENDER = "website@example.com"
RECIPIENT = os.environ["CONTACT_RECIPIENT"]


def build(form):
    message = EmailMessage()
    message["From"] = f"Website <{SENDER}>"
    message["To"] = RECIPIENT
    message["Reply-To"] = form["email"]
    message["Subject"] = f"[Website] {form.get('subject') or 'no subject'}"
    message["Date"] = formatdate(localtime=True)
    message["Message-ID"] = make_msgid(domain="example.com")
    message.set_content(form["text"])
    return message


def send(message):
    with smtplib.SMTP(os.environ["SMTP_HOST"], 587, timeout=20) as smtp:
        smtp.starttls(context=ssl.create_default_context())
        smtp.login(os.environ["SMTP_USER"], os.environ["SMTP_PASSWORD"])
        smtp.send_message(message)


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
