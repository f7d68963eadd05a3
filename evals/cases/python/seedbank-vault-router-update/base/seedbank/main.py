from fastapi import Depends, FastAPI

from seedbank import catalogue, vault
from seedbank.lifespan import lifespan
from seedbank.security import current_account, require_curator


def build() -> FastAPI:
    app = FastAPI(title="Seed bank", lifespan=lifespan)
    app.include_router(catalogue.router, dependencies=[Depends(current_account)])
    app.include_router(vault.router, dependencies=[Depends(require_curator)])
    return app


app = build()
