from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

from birds.table import RingTable


def create(table: RingTable) -> Starlette:
    async def species(request):
        return JSONResponse(table.species())

    async def summary(request):
        try:
            result = table.summary(request.path_params["species"])
        except (ValueError, SyntaxError):
            return JSONResponse({"error": "condition not understood"}, status_code=400)
        return JSONResponse(result)

    return Starlette(routes=[Route("/species", species), Route("/species/{species}", summary)])
