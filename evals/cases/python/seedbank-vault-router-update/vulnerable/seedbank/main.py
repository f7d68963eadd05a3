from fastapi import Depends, FastAPI

from seedbank import catalogue, vault
from seedbank.lifespan import lifespan
from seedbank.security import current_account


def build() -> FastAPI:
    app = FastAPI(title="Seed bank", lifespan=lifespan)
    app.include_router(catalogue.router, dependencies=[Depends(current_account)])
    for router in (vault.router, vault.records):
        app.include_router(router)
    return app


app = build()
