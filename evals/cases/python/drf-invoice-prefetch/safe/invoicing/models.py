from django.db import models
from django.db.models import F, Sum


class InvoiceQuerySet(models.QuerySet):
    def with_totals(self):
        return self.annotate(total=Sum(F("lines__quantity") * F("lines__unit_price")))


class Invoice(models.Model):
    company = models.ForeignKey("companies.Company", on_delete=models.PROTECT)
    number = models.CharField(max_length=20, unique=True)
    issued_on = models.DateField()

    objects = InvoiceQuerySet.as_manager()


class InvoiceLine(models.Model):
    invoice = models.ForeignKey(Invoice, related_name="lines", on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    quantity = models.DecimalField(max_digits=10, decimal_places=2)
    unit_price = models.DecimalField(max_digits=10, decimal_places=2)

    class Meta:
        ordering = ["position"]

    @property
    def amount(self):
        return self.quantity * self.unit_price
