from django.conf import settings
from django.db import models
from django.utils import timezone


class Ticket(models.Model):
    OPEN, CLOSED = "open", "closed"

    number = models.CharField(max_length=12, unique=True)
    subject = models.CharField(max_length=200, help_text="As typed in the public contact form")
    priority = models.CharField(max_length=10, choices=[(p, p.title()) for p in ("low", "normal", "high", "urgent")])
    status = models.CharField(max_length=10, default=OPEN)
    requester = models.ForeignKey("people.Person", on_delete=models.PROTECT)
    queue = models.ForeignKey("tickets.Queue", on_delete=models.PROTECT)
    created_at = models.DateTimeField(default=timezone.now)

    def close(self, by):
        self.status = self.CLOSED
        self.save(update_fields=["status"])
        self.reply_set.create(author=by, body="Closed.")


class Reply(models.Model):
    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    body = models.TextField()
    created_at = models.DateTimeField(default=timezone.now)
