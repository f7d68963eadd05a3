from django.conf import settings
from django.http import HttpResponseBadRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views import View
from django.views.generic import TemplateView

YEAR = 365 * 24 * 60 * 60
THEMES = ("light", "dark", "system")


class PreferencesPage(TemplateView):
    template_name = "site_prefs/page.html"
    extra_context = {"themes": THEMES, "languages": settings.LANGUAGES}


class PreferenceView(View):
    """A choice that is kept in a cookie for a year."""

    http_method_names = ["post"]
    cookie = ""

    def is_valid(self, value):
        raise NotImplementedError

    def next_url(self):
        target = self.request.POST.get("next", "")
        allowed = url_has_allowed_host_and_scheme(
            target, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure()
        )
        return target if allowed else reverse("home")

    def post(self, request):
        value = request.POST.get("value", "")
        if not self.is_valid(value):
            return HttpResponseBadRequest("unknown choice")
        response = HttpResponseRedirect(self.next_url())
        response.set_cookie(self.cookie, value, max_age=YEAR, secure=True, httponly=True, samesite="Lax")
        return response


class SetTheme(PreferenceView):
    cookie = "theme"

    def is_valid(self, value):
        return value in THEMES


class SetLanguage(PreferenceView):
    cookie = settings.LANGUAGE_COOKIE_NAME

    def is_valid(self, value):
        return check_for_language(value)
