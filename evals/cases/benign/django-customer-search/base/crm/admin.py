from django.contrib import admin

from crm.models import Customer, Tag

admin.site.register(Customer)
admin.site.register(Tag)
