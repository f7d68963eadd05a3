from django import forms

from crm.models import Tag

ORDERINGS = {
    "name": ("name", "id"),
    "newest": ("-created_at", "-id"),
    "city": ("city", "name"),
}


class CustomerSearchForm(forms.Form):
    q = forms.CharField(max_length=80, required=False, strip=True)
    city = forms.CharField(max_length=80, required=False, strip=True)
    tag = forms.ModelChoiceField(Tag.objects.all(), to_field_name="name", required=False)
    order = forms.ChoiceField(choices=[(key, key) for key in ORDERINGS], required=False)

    def clean_order(self) -> str:
        return self.cleaned_data["order"] or "name"
