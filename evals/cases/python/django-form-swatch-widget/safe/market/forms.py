from django import forms
from django.core.validators import RegexValidator

from market import widgets
from market.models import Stall

hex_colour = RegexValidator(r"\A#[0-9a-f]{6}\Z")


class StallForm(forms.ModelForm):
    colour = forms.CharField(validators=[hex_colour], widget=widgets.Swatch)

    class Meta:
        model = Stall
        fields = ["name", "colour", "fee"]
        widgets = {"fee": widgets.Euro}
