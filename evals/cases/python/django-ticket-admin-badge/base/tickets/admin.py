from django.contrib import admin

from tickets.models import Reply, Ticket

PRIORITY_COLOURS = {"low": "#7a869a", "normal": "#0052cc", "high": "#ff8b00", "urgent": "#de350b"}


class ReplyInline(admin.StackedInline):
    model = Reply
    extra = 0
    readonly_fields = ("author", "created_at")


@admin.action(description="Close the selected tickets")
def close_tickets(modeladmin, request, queryset):
    for ticket in queryset.exclude(status=Ticket.CLOSED):
        ticket.close(by=request.user)


@admin.register(Ticket)
class TicketAdmin(admin.ModelAdmin):
    list_display = ("number", "subject", "priority", "status", "created_at")
    list_filter = ("status", "priority", "queue")
    search_fields = ("number", "subject", "requester__email")
    date_hierarchy = "created_at"
    inlines = [ReplyInline]
    actions = [close_tickets]

    def get_queryset(self, request):
        tickets = super().get_queryset(request).select_related("requester", "queue")
        if request.user.is_superuser:
            return tickets
        return tickets.filter(queue__in=request.user.queues.all())
