from django.contrib.auth.decorators import login_required, permission_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from crm.forms import ORDERINGS, CustomerSearchForm
from crm.models import Customer

PAGE_SIZE = 50


def _matching(form: CustomerSearchForm):
    wanted = form.cleaned_data
    found = Customer.objects.prefetch_related("tags")
    if wanted["q"]:
        found = found.filter(Q(name__icontains=wanted["q"]) | Q(email__istartswith=wanted["q"]))
    if wanted["city"]:
        found = found.filter(city__iexact=wanted["city"])
    if wanted["tag"]:
        found = found.filter(tags=wanted["tag"])
    return found.order_by(*ORDERINGS[wanted["order"]])


@login_required
@permission_required("crm.view_customer", raise_exception=True)
@require_GET
def customer_list(request):
    form = CustomerSearchForm(request.GET)
    found = _matching(form) if form.is_valid() else Customer.objects.none()
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "crm/customers.html", {"form": form, "page": page})


@login_required
@permission_required("crm.view_customer", raise_exception=True)
@require_GET
def customer_suggestions(request):
    form = CustomerSearchForm(request.GET)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors.get_json_data()}, status=400)
    names = _matching(form).values("id", "name", "city")[:10]
    return JsonResponse({"customers": list(names)})
