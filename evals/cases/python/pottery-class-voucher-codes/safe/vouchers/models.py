from django.db import IntegrityError, models, transaction

from .codes import new_code, normalise


class VoucherManager(models.Manager):
    def issue(self, euros, buyer):
        for _ in range(5):
            try:
                with transaction.atomic():
                    return self.create(code=new_code(), euros=euros, buyer=buyer)
            except IntegrityError:
                continue
        raise RuntimeError("no free voucher code found")

    def redeem(self, typed, booking):
        """Attempts are limited per address by the middleware."""
        with transaction.atomic():
            voucher = self.select_for_update().get(code=normalise(typed), redeemed_by=None)
            voucher.redeemed_by = booking
            voucher.save(update_fields=["redeemed_by"])
        return voucher


class Voucher(models.Model):
    code = models.CharField(max_length=32, unique=True)
    euros = models.PositiveSmallIntegerField()
    buyer = models.EmailField()
    redeemed_by = models.ForeignKey("classes.Booking", null=True, on_delete=models.PROTECT)

    objects = VoucherManager()

    def __str__(self):
        return f"{self.euros} EUR"
