from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html


class Euro(forms.NumberInput):
    """Amount with a currency sign behind it."""

    def render(self, name, value, attrs=None, renderer=None):
        return format_html("{} <span>€</span>", super().render(name, value, attrs, renderer))
