from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from archive import tasks
from archive.models import Cut, Interview


@login_required
@require_POST
def create_cut(request, interview_id):
    interview = get_object_or_404(Interview, pk=interview_id, collection__editors=request.user)
    cut = Cut.objects.create(
        interview=interview,
        title=request.POST.get("title", "")[:120],
        start=request.POST.get("start", "0"),
        length=request.POST.get("length", "60"),
    )
    tasks.make_cut.delay(cut.pk)
    return JsonResponse({"id": cut.pk}, status=202)
