from sqlalchemy import Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from bakery.extensions import db


class Shop(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(String(80))
    phone: Mapped[str | None] = mapped_column(String(30))
    about: Mapped[str] = mapped_column(String(2000), default="")
    opens_at: Mapped[int] = mapped_column(default=7)
    verified: Mapped[bool] = mapped_column(default=False)
    commission: Mapped[float] = mapped_column(Numeric(4, 3), default=0.08)
