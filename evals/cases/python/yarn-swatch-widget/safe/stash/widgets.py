from django import forms
from django.utils.html import format_html


class SwatchInput(forms.TextInput):
    """A text field for a colourway with a swatch beside it."""

    input_type = "text"

    class Media:
        css = {"all": ["stash/swatch.css"]}

    def __init__(self, attrs=None, palette=None):
        super().__init__({"class": "swatch", "autocomplete": "off", **(attrs or {})})
        self.palette = palette or {}

    def render(self, name, value, attrs=None, renderer=None):
        field = super().render(name, value, attrs, renderer)
        colourway, _, lot = (value or "").partition("/")
        hexcode = self.palette.get(colourway, "#ffffff")
        badge = format_html('<i style="background:{}" title="{}"></i>', hexcode, colourway)
        if lot:
            badge += format_html("<small>Lot {}</small>", lot)
        return field + badge


class GaugeInput(forms.MultiWidget):
    def __init__(self, attrs=None):
        super().__init__([forms.NumberInput(attrs), forms.NumberInput(attrs)])

    def decompress(self, value):
        return value.split("x") if value else [None, None]
