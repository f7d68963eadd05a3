import httpx
from rest_framework import serializers, status
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from . import webhooks
from .models import Loan


class LoanSerializer(serializers.ModelSerializer):
    class Meta:
        model = Loan
        fields = ["id", "tool", "due", "returned_at"]


class MyLoans(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        loans = Loan.objects.filter(borrower=request.user).select_related("tool")
        return Response(LoanSerializer(loans, many=True).data)


class PingSerializer(serializers.Serializer):
    address = serializers.URLField(max_length=300)


class WebhookPing(APIView):
    permission_classes = [IsAuthenticated]

    def post(self, request):
        form = PingSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        try:
            code = webhooks.ping(form.validated_data["address"])
        except httpx.HTTPError:
            return Response({"delivered": False}, status=status.HTTP_502_BAD_GATEWAY)
        return Response({"delivered": code < 300})
