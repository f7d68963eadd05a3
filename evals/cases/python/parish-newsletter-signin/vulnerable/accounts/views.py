from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters


def _target(request):
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if not wanted.startswith("/"):
        return resolve_url(settings.LOGIN_REDIRECT_URL)
    fragment = request.POST.get("anchor", "")
    if fragment:
        wanted += "#" + urlencode({"at": fragment})
    return wanted


@sensitive_post_parameters("password")
@csrf_protect
@never_cache
def sign_in(request):
    form = AuthenticationForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        target = _target(request)
        return HttpResponseRedirect(target)
    return render(request, "accounts/sign_in.html", {"form": form, "next": request.GET.get("next", "")})
