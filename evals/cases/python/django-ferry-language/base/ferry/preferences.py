from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST

from .navigation import back_to


@require_POST
def choose_language(request):
    response = HttpResponseRedirect(back_to(request))
    code = request.POST.get("language", "")
    if check_for_language(code):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            code,
            max_age=365 * 86400,
            secure=True,
            samesite="Lax",
        )
    return response
