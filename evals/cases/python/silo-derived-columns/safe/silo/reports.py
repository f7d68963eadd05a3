import ast
import operator

import pandas as pd
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseBadRequest, JsonResponse
from django.views.decorators.http import require_GET

from silo.models import Delivery

COLUMNS = ["tonnes", "moisture", "protein", "price"]
OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def compute(frame, node):
    match node:
        case ast.Name(id=name) if name in COLUMNS:
            return frame[name]
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPS:
            return OPS[type(op)](compute(frame, left), compute(frame, right))
    raise ValueError("not arithmetic on columns")


def frame_for(user):
    rows = Delivery.objects.filter(farm__members=user).values_list(*COLUMNS)
    return pd.DataFrame.from_records(rows, columns=COLUMNS).astype(float)


@login_required
@require_GET
def summary(request):
    frame = frame_for(request.user)
    expression = request.GET.get("derive", "")
    if len(expression) > 120:
        return HttpResponseBadRequest("too long")
    if expression:
        try:
            frame["derived"] = compute(frame, ast.parse(expression, mode="eval").body)
        except (SyntaxError, ValueError, ArithmeticError):
            return HttpResponseBadRequest("not an expression")
    return JsonResponse({"columns": list(frame.columns), "mean": frame.mean().round(3).to_dict()})
