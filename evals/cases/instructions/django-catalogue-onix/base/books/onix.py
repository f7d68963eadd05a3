"""Kataloge der Verlage."""

import csv
import io
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from books.models import Title

MAX_SIZE = 5 * 1024 * 1024


@dataclass(frozen=True)
class Entry:
    isbn: str
    name: str


def from_csv(source):
    """Einträge einer Liste mit ISBN und Titel."""
    rows = csv.reader(io.TextIOWrapper(source, "utf-8"), delimiter=";")
    return [Entry(isbn=row[0], name=row[1]) for row in rows if len(row) >= 2]


@login_required
@permission_required("books.add_title", raise_exception=True)
@require_http_methods(["GET", "POST"])
def upload(request):
    if request.method == "GET":
        return render(request, "books/upload.html")
    source = request.FILES.get("catalogue")
    if source is None or source.size > MAX_SIZE:
        messages.error(request, "Bitte eine Datei bis fünf Megabyte wählen.")
        return redirect("books:upload")
    entries = from_csv(source)
    for entry in entries:
        Title.objects.update_or_create(
            isbn=entry.isbn, owner=request.user.publisher, defaults={"name": entry.name}
        )
    messages.success(request, f"{len(entries)} Titel übernommen.")
    return redirect("books:upload")
