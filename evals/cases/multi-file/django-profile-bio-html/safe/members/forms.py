from django import forms

from members.models import Member


class ProfileForm(forms.ModelForm):
    class Meta:
        model = Member
        fields = ["display_name", "town", "bio"]
        widgets = {"bio": forms.Textarea(attrs={"rows": 8})}
        help_texts = {"bio": "You can use <b>, <i>, links and lists."}

    def clean_display_name(self):
        name = self.cleaned_data["display_name"].strip()
        if len(name) < 3:
            raise forms.ValidationError("Please use at least three characters.")
        return name
