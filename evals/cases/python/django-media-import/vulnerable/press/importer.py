"""Bring photos of the press office into the media folder."""
import logging
import os
import uuid

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from PIL import Image, UnidentifiedImageError

from press.models import Photo

log = logging.getLogger(__name__)

FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
MAX_SIZE = 20 * 1024 * 1024


def image_suffix(upload):
    """The suffix for what the upload really contains, or None."""
    try:
        with Image.open(upload) as image:
            suffix = FORMATS.get(image.format)
    except UnidentifiedImageError:
        return None
    upload.seek(0)
    return suffix


def store(upload, suffix, album):
    folder = os.path.join(settings.MEDIA_ROOT, "press", album)
    os.makedirs(folder, exist_ok=True)
    target = os.path.join(folder, uuid.uuid4().hex + suffix)
    with open(target, "wb") as out:
        for chunk in upload.chunks():
            out.write(chunk)
    return os.path.relpath(target, settings.MEDIA_ROOT)


@require_http_methods(["GET", "POST"])
@permission_required("press.add_photo", raise_exception=True)
def import_photos(request):
    if request.method == "GET":
        return render(request, "press/import.html")
    album = request.POST.get("album", "").strip() or "unsorted"
    for upload in request.FILES.getlist("photos"):
        if upload.size > MAX_SIZE:
            return HttpResponseBadRequest("A photo is larger than 20 MB.")
        suffix = image_suffix(upload)
        if suffix is None:
            return HttpResponseBadRequest("Only JPEG, PNG and WebP can be imported.")
        Photo.objects.create(file=store(upload, suffix, album), album=album, uploaded_by=request.user)
    log.info("user %s imported %d photos", request.user.pk, len(request.FILES.getlist("photos")))
    return redirect("press:photos")
