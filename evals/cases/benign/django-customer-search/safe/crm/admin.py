from django.contrib import admin
from django.utils.html import format_html, format_html_join

from crm.models import Customer, Tag


@admin.register(Customer)
class CustomerAdmin(admin.ModelAdmin):
    list_display = ("name", "city", "mail_link", "tag_list")
    list_filter = ("city", "tags")
    search_fields = ("name", "email")
    date_hierarchy = "created_at"

    @admin.display(description="E-mail", ordering="email")
    def mail_link(self, customer: Customer) -> str:
        if not customer.email:
            return "-"
        return format_html('<a href="mailto:{0}">{0}</a>', customer.email)

    @admin.display(description="Tags")
    def tag_list(self, customer: Customer) -> str:
        return format_html_join(", ", "<span>{}</span>", ((tag.name,) for tag in customer.tags.all()))

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("tags")


admin.site.register(Tag)
