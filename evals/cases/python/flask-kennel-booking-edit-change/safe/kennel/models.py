from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Booking(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    customer_id = db.Column(db.ForeignKey("customer.id"), nullable=False)
    pet_name = db.Column(db.String(40), nullable=False)
    notes = db.Column(db.String(500), default="")
    feeding = db.Column(db.String(200), default="")
    collar = db.Column(db.String(40), default="")
    price_cents = db.Column(db.Integer, nullable=False)
    paid = db.Column(db.Boolean, default=False, nullable=False)

    def as_dict(self):
        return {
            "id": self.id,
            "petName": self.pet_name,
            "notes": self.notes,
            "feeding": self.feeding,
            "collar": self.collar,
            "priceCents": self.price_cents,
            "paid": self.paid,
        }
