"""Methods that move to another file, with and without the decorators that protect them."""

from typing import Final

import pytest

from reviewers.static.removals.twosides import moved

NEST: Final = """
import { Roles } from '../auth/roles';
import { RolesGuard } from '../auth/roles.guard';

@Controller('berths')
@UseGuards(SessionGuard, RolesGuard)
export class BerthsController {
  @Get()
  list() {
    return this.berths.directory();
  }

  @Delete(':id')
  @HttpCode(204)
  @Roles('harbourmaster')
  async remove(@Param('id') id: number): Promise<void> {
    await this.berths.removeWithContracts(id);
  }
}
"""
NEST_LEFT: Final = """
@Controller('berths')
@UseGuards(SessionGuard)
export class BerthsController {
  @Get()
  list() {
    return this.berths.directory();
  }
}
"""
NEST_ANEW: Final = """
@Controller('berths')
@UseGuards(SessionGuard{guard})
export class BerthsWriteController {{
  @Delete(':id'){mark}
  async remove(@Param('id') id: number): Promise<void> {{
    await this.berths.removeWithContracts(id);
  }}
}}
"""
SPRING: Final = """
@RestController
public class DepotController {
    @DeleteMapping("/depots/{id}")
    @PreAuthorize("hasRole('CHIEF')")
    public void close(@PathVariable Long id) {
        depots.closeForGood(id);
    }
}
"""
FLASK: Final = """
@depots.post("/<int:pk>/close")
@admin_required
def close(pk):
    Depot.query.get_or_404(pk).close_for_good()
    return "", 204
"""


@pytest.mark.parametrize("left", [NEST_LEFT, ""])
def test_a_role_that_stays_behind_is_told_where_the_method_went(left: str) -> None:
    after = {"src/berths.ts": left, "src/berths-write.ts": NEST_ANEW.format(guard="", mark="")}
    (claim,) = moved({"src/berths.ts": NEST, "src/berths-write.ts": ""}, after)
    assert (claim.cwe, claim.quote) == ("CWE-862", "  @Delete(':id')")


@pytest.mark.parametrize("mark", [("", "\n  @Roles('harbourmaster')"), (", AdminGuard", "")])
@pytest.mark.parametrize("left", [NEST_LEFT, ""])
def test_a_role_that_follows_is_kept(left: str, mark: tuple[str, str]) -> None:
    guard, role = mark
    text = NEST_ANEW.format(guard=guard or ", RolesGuard", mark=role)
    assert moved({"src/a.ts": NEST, "src/b.ts": ""}, {"src/a.ts": left, "src/b.ts": text}) == []


@pytest.mark.parametrize(("text", "mark", "path"), [
    (SPRING, "    @PreAuthorize(\"hasRole('CHIEF')\")\n", "src/Depot{}.java"),
    (FLASK, "@admin_required\n", "depot/views{}.py"),
])  # fmt: skip
def test_other_frameworks_have_decorators_too(text: str, mark: str, path: str) -> None:
    old, new = path.format(""), path.format("Closing")
    assert text.replace(mark, "") != text
    bare, kept = (moved({old: text, new: ""}, {old: "", new: one}) for one in (text.replace(mark, ""), text))
    assert [claim.cwe for claim in bare] == ["CWE-862"]
    assert kept == []


def test_another_method_of_the_same_name_has_not_moved() -> None:
    other = NEST_ANEW.format(guard="", mark="").replace("removeWithContracts(id)", "unpin(id, this.me)")
    assert moved({"src/a.ts": NEST, "src/b.ts": ""}, {"src/a.ts": "", "src/b.ts": other}) == []


def test_what_a_guarded_method_hands_to_a_service_has_not_left_its_guard() -> None:
    """Only its heading and its body changed: the decorators still stand before it."""
    before = NEST.replace(
        "    await this.berths.removeWithContracts(id);", "    await this.contracts.endAll(id);"
    )
    heading = ("remove(@Param('id') id: number)", "remove(@Param('id') id: number, @Req() request)")
    after = before.replace(*heading).replace("this.contracts.endAll(id)", "this.service.remove(id)")
    service = """
@Injectable()
export class BerthsService {
  async remove(id: number): Promise<void> {
    await this.contracts.endAll(id);
  }
}
"""
    old = {"src/berths.controller.ts": before, "src/berths.service.ts": ""}
    assert moved(old, {"src/berths.controller.ts": after, "src/berths.service.ts": service}) == []
