from django.contrib.auth.mixins import LoginRequiredMixin
from django.views.generic import DetailView, ListView

from .models import Sheet


class SheetList(LoginRequiredMixin, ListView):
    """Specimen sheets, newest accession first."""

    model = Sheet
    paginate_by = 50
    template_name = "herbarium/sheets.html"

    def get_queryset(self):
        sheets = Sheet.objects.select_related("family", "collector")
        family = self.request.GET.get("family")
        if family:
            sheets = sheets.filter(family__slug=family)
        return sheets.order_by("-accession")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["total"] = self.object_list.count()
        return context


class SheetDetail(LoginRequiredMixin, DetailView):
    model = Sheet
    slug_field = "barcode"
    template_name = "herbarium/sheet.html"
