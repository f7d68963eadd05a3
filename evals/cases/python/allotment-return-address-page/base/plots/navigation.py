from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def back(request, fallback="plots:overview", *args):
    """Sends the tenant to the page that they came from."""
    target = request.POST.get("next") or request.GET.get("next", "")
    hosts = {request.get_host()}
    if not url_has_allowed_host_and_scheme(target, hosts, require_https=request.is_secure()):
        target = resolve_url(fallback, *args)
    return HttpResponseRedirect(target)


def login_address(request):
    return f"{resolve_url(settings.LOGIN_URL)}?next={quote(request.get_full_path())}"
