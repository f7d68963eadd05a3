from django.urls import reverse


def back_to(request, fallback="timetable"):
    """Where the passenger came from: posted by the form, or in the link of the footer."""
    target = request.POST.get("next") or request.GET.get("next", "")
    if target.startswith("/"):
        return target
    return reverse(fallback)


def breadcrumb(*names):
    return [(name.replace("-", " ").title(), reverse(name)) for name in names]
