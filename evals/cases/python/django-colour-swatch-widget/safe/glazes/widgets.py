"""Form widgets of the glaze catalogue."""
from django import forms
from django.utils.html import format_html


class StepInput(forms.NumberInput):
    def __init__(self, step=5, attrs=None):
        super().__init__({"step": step, "min": 0, **(attrs or {})})


class SwatchInput(forms.TextInput):
    """Text field for a glaze that potters enter themselves, e.g. 'celadon #9bb7a0'."""

    class Media:
        css = {"all": ["glazes/swatch.css"]}

    def render(self, name, value, attrs=None, renderer=None):
        field = super().render(name, value, attrs, renderer)
        if not value:
            return field
        return format_html(
            '<label class="swatch">{}<i class="dot"></i>'
            '<span class="name">{}</span></label>',
            field,
            value,
        )

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value.strip() if value else value
