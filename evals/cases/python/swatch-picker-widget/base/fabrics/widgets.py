from django import forms


class MetreInput(forms.NumberInput):
    def __init__(self, attrs=None):
        super().__init__({"step": "0.05", "min": "0.1", **(attrs or {})})

    def format_value(self, value):
        return None if value is None else f"{value:.2f}"


class LengthField(forms.DecimalField):
    widget = MetreInput

    def __init__(self, **kwargs):
        kwargs.setdefault("max_digits", 6)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(**kwargs)
