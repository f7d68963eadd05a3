from django.db import models
from django.db.models.expressions import RawSQL


class SampleQuerySet(models.QuerySet):
    def for_farm(self, farm):
        return self.filter(plot__farm=farm)

    def published(self):
        return self.filter(state="published")

    def with_attribute(self, name):
        return self.filter(attributes__has_key=name)

    def ordered_by_attribute(self, name):
        """attributes is jsonb: {"ph": 6.4, "nitrate": 31, ...}"""
        value = RawSQL("(soil_sample.attributes ->> %s)::numeric", (name,))
        return self.annotate(attribute_value=value).order_by("-attribute_value")
