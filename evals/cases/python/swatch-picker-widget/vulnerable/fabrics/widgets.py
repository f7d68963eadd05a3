from django import forms
from django.forms.utils import flatatt
from django.utils.safestring import mark_safe


class MetreInput(forms.NumberInput):
    def __init__(self, attrs=None):
        super().__init__({"step": "0.05", "min": "0.1", **(attrs or {})})

    def format_value(self, value):
        return None if value is None else f"{value:.2f}"


class SwatchPicker(forms.Select):
    """Radio buttons with a patch of colour and the swatch's own name."""

    def render(self, name, value, attrs=None, renderer=None):
        final = self.build_attrs(self.attrs, attrs)
        html = [f"<div{flatatt(final)}>"]
        for key, label in self.choices:
            checked = " checked" if str(key) == str(value) else ""
            html.append(
                f'<label><input type="radio" name="{name}" value="{key}"{checked}>'
                f'<span class="patch"></span>{label}</label>'
            )
        html.append("</div>")
        return mark_safe("\n".join(html))


class LengthField(forms.DecimalField):
    widget = MetreInput

    def __init__(self, **kwargs):
        kwargs.setdefault("max_digits", 6)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(**kwargs)
