from django.db import transaction
from rest_framework import status
from rest_framework.parsers import MultiPartParser
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.throttling import UserRateThrottle
from rest_framework.views import APIView

from imports.models import ImportRun
from imports.readers import BadRow, read_rows
from imports.serializers import ImportRunSerializer, RowSerializer

MAX_ROWS = 5000


class ImportThrottle(UserRateThrottle):
    rate = "10/hour"


class ImportView(APIView):
    """POST a CSV or XLSX file of contacts; GET the runs so far."""

    permission_classes = [IsAuthenticated]
    parser_classes = [MultiPartParser]
    throttle_classes = [ImportThrottle]

    def get(self, request):
        runs = ImportRun.objects.filter(owner=request.user).order_by("-id")[:20]
        return Response(ImportRunSerializer(runs, many=True).data)

    def post(self, request):
        upload = request.FILES.get("file")
        if upload is None:
            return Response({"error": "file is missing"}, status=status.HTTP_400_BAD_REQUEST)
        try:
            run = self._import(upload, request.user)
        except BadRow as problem:
            body = {"error": "row", "row": problem.number, "column": problem.column}
            return Response(body, status=status.HTTP_422_UNPROCESSABLE_ENTITY)
        return Response(ImportRunSerializer(run).data, status=status.HTTP_201_CREATED)

    @transaction.atomic
    def _import(self, upload, owner):
        run = ImportRun.objects.create(owner=owner, file_name=upload.name)
        for row in read_rows(upload, limit=MAX_ROWS):
            contact = RowSerializer(data=row)
            contact.is_valid(raise_exception=True)
            contact.save(owner=owner, run=run)
        return run
