import strawberry
from strawberry.extensions import QueryDepthLimiter

from masonry.permissions import OnProject, SignedIn
from masonry.types import Block, Invoice, Project


@strawberry.type
class Query:
    @strawberry.field(permission_classes=[SignedIn])
    async def projects(self, info: strawberry.Info) -> list[Project]:
        rows = await info.context["db"].projects_of(info.context["user"].id)
        return [Project.from_row(row) for row in rows]

    @strawberry.field(permission_classes=[OnProject])
    async def blocks(self, info: strawberry.Info, project_id: int) -> list[Block]:
        rows = await info.context["db"].blocks_of(project_id)
        return [Block.from_row(row) for row in rows]

    @strawberry.field
    async def invoices(self, info: strawberry.Info, project_id: int) -> list[Invoice]:
        rows = await info.context["db"].invoices_of(project_id)
        return [Invoice.from_row(row) for row in rows]


schema = strawberry.Schema(query=Query, extensions=[lambda: QueryDepthLimiter(max_depth=6)])
