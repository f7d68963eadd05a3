from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.views.generic import CreateView, DetailView, ListView, UpdateView, View

from contracts.forms import ContractForm
from contracts.models import Contract


class ContractAccess(LoginRequiredMixin, PermissionRequiredMixin):
    model = Contract
    raise_exception = True


class ContractList(ContractAccess, ListView):
    permission_required = "contracts.view_contract"
    paginate_by = 40

    def get_queryset(self):
        return Contract.objects.filter(archived_at=None).order_by("-signed_on")


class ContractDetail(ContractAccess, DetailView):
    permission_required = "contracts.view_contract"


class ContractCreate(ContractAccess, CreateView):
    permission_required = "contracts.add_contract"
    form_class = ContractForm
    success_url = reverse_lazy("contracts:list")

    def form_valid(self, form):
        form.instance.created_by = self.request.user
        messages.success(self.request, "The contract is saved.")
        return super().form_valid(form)


class ContractUpdate(ContractAccess, UpdateView):
    permission_required = "contracts.change_contract"
    form_class = ContractForm
    success_url = reverse_lazy("contracts:list")


class ContractArchive(View):
    http_method_names = ["post"]

    def post(self, request, pk):
        contract = get_object_or_404(Contract, pk=pk, archived_at=None)
        contract.archive()
        messages.success(request, f"Contract {contract.reference} is archived.")
        return redirect("contracts:list")
