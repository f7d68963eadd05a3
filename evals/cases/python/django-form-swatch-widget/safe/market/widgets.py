from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html


class Euro(forms.NumberInput):
    """Amount with a currency sign behind it."""

    def render(self, name, value, attrs=None, renderer=None):
        return format_html("{} <span>€</span>", super().render(name, value, attrs, renderer))


class Swatch(forms.TextInput):
    """Text box with a square of its colour; shown again with what was typed when it is not valid."""

    def render(self, name, value, attrs=None, renderer=None):
        final = self.build_attrs(self.attrs, {**(attrs or {}), "name": name, "type": "text"})
        shown = value or "#ffffff"
        box = format_html("<input{}", flatatt(final))
        return box + format_html(' value="{}"><i class="swatch" data-colour="{}"></i>', shown, shown)
