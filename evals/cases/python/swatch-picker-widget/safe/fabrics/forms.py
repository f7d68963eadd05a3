from django import forms

from fabrics.models import Cut, Swatch
from fabrics.widgets import LengthField, SwatchPicker


class CutForm(forms.ModelForm):
    length = LengthField()

    class Meta:
        model = Cut
        fields = ["swatch", "length", "remark"]
        widgets = {"swatch": SwatchPicker}

    def __init__(self, *args, workshop, **kwargs):
        super().__init__(*args, **kwargs)
        # every tailor of the workshop may add swatches and name them
        self.fields["swatch"].queryset = Swatch.objects.filter(workshop=workshop).order_by("name")
