from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def back_to(request, fallback="timetable"):
    """Where the passenger came from: posted by the form, or in the link of the footer."""
    target = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        return target
    return reverse(fallback)


def breadcrumb(*names):
    return [(name.replace("-", " ").title(), reverse(name)) for name in names]
