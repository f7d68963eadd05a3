from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models.expressions import RawSQL
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
        if self.request.GET.get("near"):
            return self.by_elevation(sheets)
        return sheets.order_by("-accession")

    def by_elevation(self, sheets):
        target = self.request.GET["near"]
        # Postgres cannot use the index here, but a family has a few hundred sheets at most
        off_by = RawSQL("ABS(elevation_m - CAST(%s AS integer))", [target])
        return sheets.annotate(off_by=off_by).order_by("off_by")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["total"] = self.object_list.count()
        return context


class SheetDetail(LoginRequiredMixin, DetailView):
    model = Sheet
    slug_field = "barcode"
    template_name = "herbarium/sheet.html"
