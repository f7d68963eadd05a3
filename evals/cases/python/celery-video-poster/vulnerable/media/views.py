from django.contrib.auth.decorators import permission_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from media.models import Video
from media.tasks import make_poster


@require_POST
@permission_required("media.change_video", raise_exception=True)
def regenerate_poster(request, pk):
    video = get_object_or_404(Video, pk=pk, owner=request.user)
    make_poster.delay(video.pk, request.POST.get("position", "1"))
    return JsonResponse({"queued": True}, status=202)
