import pandas as pd
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.views.decorators.http import require_GET

from silo.models import Delivery

COLUMNS = ["tonnes", "moisture", "protein", "price"]


def frame_for(user):
    rows = Delivery.objects.filter(farm__members=user).values_list(*COLUMNS)
    return pd.DataFrame.from_records(rows, columns=COLUMNS).astype(float)


@login_required
@require_GET
def summary(request):
    frame = frame_for(request.user)
    return JsonResponse({"columns": list(frame.columns), "mean": frame.mean().round(3).to_dict()})
