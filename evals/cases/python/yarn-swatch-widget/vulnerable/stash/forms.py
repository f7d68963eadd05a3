from django import forms

from stash.models import Skein
from stash.palettes import PALETTE
from stash.widgets import SwatchInput


class SkeinForm(forms.ModelForm):
    class Meta:
        model = Skein
        fields = ["brand", "colourway", "metres"]
        widgets = {"colourway": SwatchInput(palette=PALETTE)}

    def clean_colourway(self):
        value = self.cleaned_data["colourway"]
        if len(value) > 80:
            raise forms.ValidationError("That name is too long.")
        return value
