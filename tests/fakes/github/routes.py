"""Everything that is served, and who is let in."""

from fakes.github import (
    account,
    checks,
    comments,
    contents,
    graphql,
    issues,
    pulls,
    repositories,
    reviews,
    scanning,
)
from fakes.github.answers import Call, RefusedError, Route, lacking
from fakes.github.record import READS

ROUTES: tuple[Route, ...] = (
    *account.ROUTES,
    *repositories.ROUTES,
    *contents.ROUTES,
    *pulls.ROUTES,
    *reviews.ROUTES,
    *comments.ROUTES,
    *issues.ROUTES,
    *checks.ROUTES,
    *scanning.ROUTES,
    *graphql.ROUTES,
)


def permit(call: Call, route: Route) -> None:
    """Public repositories are read by everybody; the rest is as the token says."""
    if not route.needs:
        return
    repository, reads = call.repository, route.method in READS
    if reads and not repository.private:
        return
    if call.token is None:
        raise RefusedError(404, "Not Found") if reads else RefusedError(401, "Requires authentication")
    if not any(call.token.may(need) for need in route.needs):
        raise lacking(call.token, route.needs)
