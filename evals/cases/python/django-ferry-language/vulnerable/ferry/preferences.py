from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.translation import check_for_language
from django.views.decorators.http import require_http_methods

from .navigation import back_to


@require_http_methods(["GET", "POST"])
def choose_language(request):
    response = HttpResponseRedirect(back_to(request))
    code = request.POST.get("language") or request.GET.get("language", "")
    if check_for_language(code):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            code,
            max_age=365 * 86400,
            secure=True,
            samesite="Lax",
        )
    return response
