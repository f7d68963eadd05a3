from django.core.cache import cache
from django.db.models import FloatField, Q
from django.db.models.expressions import RawSQL
from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, ListView

from catalogue.models import Category, Product


class CategoryMixin:
    """Puts the category tree of the side bar into the context."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["categories"] = cache.get_or_set(
            "catalogue:tree", lambda: list(Category.objects.order_by("path")), timeout=600
        )
        return context


class ProductSearch(CategoryMixin, ListView):
    template_name = "catalogue/search.html"
    context_object_name = "products"
    paginate_by = 24

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.words = " ".join(request.GET.get("q", "").split())[:80]
        self.category = None
        if "category" in request.GET:
            self.category = get_object_or_404(Category, slug=request.GET["category"])

    def rank(self):
        return RawSQL("similarity(catalogue_product.name, %s)", [self.words], output_field=FloatField())

    def get_queryset(self):
        products = Product.objects.filter(published=True).select_related("brand")
        if self.category:
            products = products.filter(category__path__startswith=self.category.path)
        if self.words:
            products = products.filter(Q(name__icontains=self.words) | Q(brand__name__icontains=self.words))
            return products.annotate(rank=self.rank()).order_by("-rank", "name")
        return products.order_by("name")

    def get_context_data(self, **kwargs):
        return super().get_context_data(words=self.words, category=self.category, **kwargs)


class ProductDetail(CategoryMixin, DetailView):
    queryset = Product.objects.filter(published=True)
    template_name = "catalogue/product.html"
