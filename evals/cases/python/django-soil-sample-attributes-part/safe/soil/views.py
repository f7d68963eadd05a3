from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import JsonResponse
from django.views import View

from soil.models import Sample


class SampleList(LoginRequiredMixin, View):
    """Samples of the farm of the signed-in agronomist."""

    def get(self, request):
        samples = Sample.objects.for_farm(request.user.farm).published()
        if attribute := request.GET.get("attribute"):
            samples = samples.with_attribute(attribute).ordered_by_attribute(attribute)
        return JsonResponse({"samples": list(samples.values("id", "taken_on", "attributes")[:200])})
