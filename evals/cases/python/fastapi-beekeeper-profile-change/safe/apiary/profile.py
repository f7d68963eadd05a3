from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from apiary.db import get_db
from apiary.models import Beekeeper  # id, name, region, phone, verified, role, association_id
from apiary.schemas import ProfileChange, ProfileOut
from apiary.security import current_beekeeper

router = APIRouter(prefix="/me")


@router.get("", response_model=ProfileOut)
def show(me: Beekeeper = Depends(current_beekeeper)):
    return me


@router.patch("", response_model=ProfileOut)
def change(body: ProfileChange, me: Beekeeper = Depends(current_beekeeper), db: Session = Depends(get_db)):
    for field, value in body.model_dump(exclude_unset=True).items():
        setattr(me, field, value)
    db.commit()
    return me
