from django import forms

from members.models import Member


class ProfileForm(forms.ModelForm):
    class Meta:
        model = Member
        fields = ["display_name", "town"]

    def clean_display_name(self):
        name = self.cleaned_data["display_name"].strip()
        if len(name) < 3:
            raise forms.ValidationError("Please use at least three characters.")
        return name
