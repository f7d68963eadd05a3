from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from documents import office
from documents.models import Document


@login_required
@require_GET
def detail(request, pk):
    document = get_object_or_404(Document, pk=pk, owner=request.user)
    return render(request, "documents/detail.html", {"document": document})


@login_required
@require_POST
def as_pdf(request, pk):
    document = get_object_or_404(Document, pk=pk, owner=request.user)
    paper = request.POST.get("paper") or "a4"
    try:
        pdf = office.convert(document.file.path, options=f"--paper {paper}")
    except office.ConversionFailed:
        messages.error(request, "This document could not be converted.")
        return redirect("documents:detail", pk=pk)
    return FileResponse(pdf.open("rb"), as_attachment=True, filename=f"document-{pk}.pdf")


@login_required
@require_POST
def archive(request, pk):
    document = get_object_or_404(Document, pk=pk, owner=request.user)
    document.archived = True
    document.save(update_fields=["archived"])
    return redirect("documents:list")
