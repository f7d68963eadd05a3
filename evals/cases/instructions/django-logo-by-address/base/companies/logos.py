"""Logos of companies."""

import io

from django.contrib.auth.decorators import login_required
from django.core.files.base import ContentFile
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST
from PIL import Image

SIZE = (256, 256)


def _as_png(content):
    with Image.open(io.BytesIO(content), formats=["PNG", "JPEG"]) as image:
        image.thumbnail(SIZE)
        out = io.BytesIO()
        image.convert("RGB").save(out, "PNG")
    return ContentFile(out.getvalue(), name="logo.png")


@login_required
@require_GET
def edit(request):
    return render(request, "companies/logo.html", {"company": request.user.company})


@login_required
@require_POST
def remove(request):
    request.user.company.logo.delete()
    return redirect("companies:logo")
