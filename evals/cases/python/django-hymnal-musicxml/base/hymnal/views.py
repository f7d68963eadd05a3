from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from .forms import ScoreForm
from .musicxml import NotAScore, read


@login_required
@require_POST
def inspect(request):
    """Shows the words before the score is taken into the hymnal."""
    form = ScoreForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    try:
        return JsonResponse(read(form.cleaned_data["score"]))
    except NotAScore as problem:
        return JsonResponse({"errors": {"score": [str(problem)]}}, status=400)
