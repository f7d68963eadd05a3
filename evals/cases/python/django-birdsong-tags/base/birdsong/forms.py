from django import forms
from django.core.exceptions import ValidationError

from .models import Recording


class RecordingForm(forms.ModelForm):
    tags = forms.CharField(max_length=200, required=False)

    class Meta:
        model = Recording
        fields = ["species", "heard_at", "place", "audio"]

    def clean_tags(self):
        tags = [t.strip() for t in self.cleaned_data["tags"].split(",") if t.strip()]
        if not all(t.replace("-", "").isalpha() for t in tags):
            raise ValidationError("Tags are words, separated by commas.")
        return tags

    def save(self, commit=True):
        recording = super().save(commit=False)
        recording.tag_list = self.cleaned_data["tags"]
        if commit:
            recording.save()
        return recording
