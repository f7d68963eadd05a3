import re

from django import forms
from django.core.exceptions import ValidationError

from .models import Recording

TAGS = re.compile(r"^[a-z]+(-[a-z]+)*(,[a-z]+(-[a-z]+)*)*\Z")


class RecordingForm(forms.ModelForm):
    tags = forms.CharField(max_length=2000, required=False, widget=forms.Textarea)

    class Meta:
        model = Recording
        fields = ["species", "heard_at", "place", "audio"]

    def clean_tags(self):
        text = "".join(self.cleaned_data["tags"].split()).lower()
        if not text:
            return []
        if not TAGS.match(text):
            raise ValidationError("Tags are words, separated by commas.")
        return [t.strip() for t in text.split(",") if t.strip()]

    def save(self, commit=True):
        recording = super().save(commit=False)
        recording.tag_list = self.cleaned_data["tags"]
        if commit:
            recording.save()
        return recording
