"""Import of agency photos by their address."""
from urllib.parse import urlsplit

import requests
from django.contrib.auth.decorators import permission_required
from django.core.files.base import ContentFile
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from press.models import Photo

AGENCY = "pictures.example"
MAX = 20 * 1024 * 1024


def from_agency(address):
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and parts.netloc.endswith(AGENCY)


def download(address):
    with requests.get(address, timeout=20, stream=True, allow_redirects=False) as answer:
        answer.raise_for_status()
        if not answer.headers.get("Content-Type", "").startswith("image/"):
            raise ValueError("not an image")
        body = answer.raw.read(MAX + 1, decode_content=True)
    if len(body) > MAX:
        raise ValueError("too large")
    return body


@require_POST
@permission_required("press.add_photo", raise_exception=True)
def import_photo(request):
    address = request.POST.get("address", "")
    if not from_agency(address):
        return HttpResponseBadRequest("Only photos of the agency can be imported.")
    photo = Photo(added_by=request.user, source=address)
    photo.file.save("import.jpg", ContentFile(download(address)))
    return redirect("press:photo", pk=photo.pk)
