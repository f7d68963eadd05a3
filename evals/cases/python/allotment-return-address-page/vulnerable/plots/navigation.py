from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url


def back(request, fallback="plots:overview", *args, anchor=""):
    """Sends the tenant to the page that they came from."""
    target = request.POST.get("next") or request.GET.get("next", "")
    if not target.startswith("/"):
        target = resolve_url(fallback, *args)
    target = target.partition("#")[0] + anchor
    return HttpResponseRedirect(target)


def login_address(request):
    return f"{resolve_url(settings.LOGIN_URL)}?next={quote(request.get_full_path())}"
