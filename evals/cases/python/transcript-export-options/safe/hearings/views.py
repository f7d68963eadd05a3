import tempfile
from pathlib import Path

from django.contrib.auth.decorators import login_required, permission_required
from django.http import FileResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from hearings.export import ExportError, export
from hearings.models import Transcript


@require_POST
@login_required
@permission_required("hearings.export_transcript", raise_exception=True)
def download(request, pk):
    transcript = get_object_or_404(Transcript, pk=pk, court=request.user.clerk.court)
    fmt = request.POST.get("format", "docx")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "transcript.md")
        source.write_text(transcript.as_markdown(), encoding="utf-8")
        try:
            result = export(source, Path(folder, "out"), fmt, request.POST.getlist("option"))
        except ExportError:
            return HttpResponseBadRequest("The transcript could not be exported.")
        return FileResponse(result.open("rb"), as_attachment=True, filename=f"hearing-{transcript.pk}.{fmt}")
