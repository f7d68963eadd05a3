# -*- coding: utf-8 -*-
# Stock module. The tables belong to the old ERP, that's why there are no models for them.

import csv
import datetime

from django.contrib.auth.decorators import login_required, permission_required
from django.db import connections
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from stock.forms import CountForm
from stock.models import Count

DB = "erp"
PAGE = 100


def dictfetchall(cur):
    cols = [c[0] for c in cur.description]
    return [dict(zip(cols, row)) for row in cur.fetchall()]


def page_number(request):
    try:
        return max(int(request.GET.get("page", 1)), 1)
    except ValueError:
        return 1


@login_required
def overview(request):
    with connections[DB].cursor() as cur:
        cur.execute(
            "SELECT w.id, w.name, COUNT(s.article_id) AS articles, SUM(s.quantity) AS pieces "
            "FROM warehouse w LEFT JOIN stock s ON s.warehouse_id = w.id "
            "GROUP BY w.id, w.name ORDER BY w.name"
        )
        warehouses = dictfetchall(cur)
    return render(request, "stock/overview.html", {"warehouses": warehouses})


@login_required
def warehouse(request, warehouse_id):
    page = page_number(request)
    with connections[DB].cursor() as cur:
        cur.execute(
            "SELECT a.id, a.code, a.title, s.quantity, s.shelf FROM stock s "
            "JOIN article a ON a.id = s.article_id WHERE s.warehouse_id = %s "
            "ORDER BY a.code LIMIT %s OFFSET %s",
            [warehouse_id, PAGE, (page - 1) * PAGE],
        )
        rows = dictfetchall(cur)
    return render(request, "stock/warehouse.html", {"rows": rows, "page": page})


@login_required
@permission_required("stock.view_movements", raise_exception=True)
def movements(request):
    q = (
        "SELECT m.id, m.moved_at, m.kind, m.quantity, a.code, a.title "
        "FROM movement m JOIN article a ON a.id = m.article_id "
        "WHERE m.cancelled = 0"
    )
    q = q + " ORDER BY m.moved_at DESC LIMIT 500"
    with connections[DB].cursor() as cur:
        cur.execute(q)
        rows = dictfetchall(cur)
    return render(request, "stock/movements.html", {"rows": rows})


@login_required
@permission_required("stock.add_count", raise_exception=True)
def count(request, warehouse_id):
    form = CountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        Count.objects.create(
            warehouse_id=warehouse_id,
            article_code=form.cleaned_data["article_code"],
            quantity=form.cleaned_data["quantity"],
            counted_by=request.user,
            counted_on=datetime.date.today(),
        )
        return HttpResponseRedirect(reverse("stock:warehouse", args=[warehouse_id]))
    return render(request, "stock/count.html", {"form": form})


@login_required
@permission_required("stock.view_movements", raise_exception=True)
def counts_csv(request, warehouse_id):
    response = HttpResponse(content_type="text/csv")
    response["Content-Disposition"] = "attachment; filename=counts.csv"
    w = csv.writer(response, delimiter=";")
    w.writerow(["day", "quantity"])
    for c in Count.objects.filter(warehouse_id=warehouse_id).order_by("counted_on"):
        w.writerow([c.counted_on.isoformat(), c.quantity])
    return response
