from rest_framework import mixins, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from .models import Game
from .permissions import IsUmpire
from .serializers import EndSerializer, GameSerializer


class GameViewSet(mixins.RetrieveModelMixin, mixins.ListModelMixin, viewsets.GenericViewSet):
    queryset = Game.objects.select_related("sheet")
    serializer_class = GameSerializer
    permission_classes = [IsAuthenticated]

    @action(detail=True, methods=["post"], url_path="ends", permission_classes=[IsUmpire])
    def add_end(self, request, pk=None):
        game = self.get_object()
        form = EndSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        form.save(game=game)
        return Response(self.get_serializer(game).data, status=201)

    @action(detail=True, methods=["post"], permission_classes=[IsUmpire])
    def conclude(self, request, pk=None):
        game = self.get_object()
        game.conclude()
        return Response({"winner": game.winner})
