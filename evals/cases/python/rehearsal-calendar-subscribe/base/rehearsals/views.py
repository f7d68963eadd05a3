from django import forms
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rehearsals import feeds
from rehearsals.models import Rehearsal


class ImportForm(forms.Form):
    file = forms.FileField()


@login_required
@require_http_methods(["GET", "POST"])
def import_calendar(request):
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            events = feeds.parse(form.cleaned_data["file"].read(feeds.LIMIT))
        except feeds.FeedError as problem:
            form.add_error(None, str(problem))
        else:
            Rehearsal.objects.merge(request.user.ensemble, events)
            return redirect("rehearsals:list")
    return render(request, "rehearsals/import.html", {"form": form})
