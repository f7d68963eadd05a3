import strawberry
from strawberry.permission import BasePermission


class OnProject(BasePermission):
    """The caller works on the project whose number is an argument of the field."""

    message = "not one of your projects"

    async def has_permission(self, source, info: strawberry.Info, **kwargs) -> bool:
        user = info.context["user"]
        if user is None:
            return False
        return await info.context["db"].works_on(user.id, kwargs["project_id"])


class SignedIn(BasePermission):
    message = "sign in first"

    def has_permission(self, source, info: strawberry.Info, **kwargs) -> bool:
        return info.context["user"] is not None
