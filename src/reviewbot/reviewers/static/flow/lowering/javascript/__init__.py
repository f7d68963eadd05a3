"""JavaScript and TypeScript, with and without JSX: what a file is lowered by, from the outside in.

`gathering` notes what a file defines outside of functions, `classes` what belongs to a class, and `functions`
keeps bodies until somebody asks for them. `statements` goes through a body, and `leaves`, `operators`,
`calls`, `values` and `jsx` through the expressions in it: each has a table of the kinds of nodes that it
lowers. All are given a `script`, which knows where the lowering stands. `nodes`, `names` and `takers` only
answer questions.

What a file defines outside of functions are functions of the unit, and so are function expressions there: the
handlers that `app.get("/", (req, res) => ...)` is given, methods of objects, what is wrapped by a call. The
module's body holds their names in their place, so that each of them is walked by itself. What stands in a
function that is called at once counts as standing outside. `module.exports` and `export default` are the
variable `default`.

Names that no program writes tell models what was seen: `typeof:string(x)` of a comparison, `tag.tagged(...)`
of a tagged template, `jsx:href(x)` of an attribute, `x.replace:html(...)` of a replacement by a pattern,
`js:keys(a, b)` of `o[a][b] = x`, and the marks `socket.on:message` of what is called on an event, `to:f` of
what `f` is given.
"""

from functools import partial
from typing import TYPE_CHECKING

from reviewbot.reviewers.static.flow.ir import Unit
from reviewbot.reviewers.static.flow.lowering.javascript.calls import CALLS
from reviewbot.reviewers.static.flow.lowering.javascript.gathering import gather
from reviewbot.reviewers.static.flow.lowering.javascript.jsx import JSX
from reviewbot.reviewers.static.flow.lowering.javascript.leaves import LEAVES
from reviewbot.reviewers.static.flow.lowering.javascript.names import declared, imported, is_server
from reviewbot.reviewers.static.flow.lowering.javascript.operators import OPERATORS
from reviewbot.reviewers.static.flow.lowering.javascript.script import Script
from reviewbot.reviewers.static.flow.lowering.javascript.statements import STATEMENTS
from reviewbot.reviewers.static.flow.lowering.javascript.values import VALUES

if TYPE_CHECKING:
    from ast_grep_py import SgNode


class JavaScriptLowering(Script):
    """Lowers one file."""

    expressions = {**LEAVES, **OPERATORS, **CALLS, **VALUES, **JSX}  # noqa: RUF012 - typed in the base class
    statements = STATEMENTS

    def unit(self, root: "SgNode") -> Unit:
        """All functions and classes outside of functions, and what the imports mean."""
        statements = root.named_children()
        self.is_server = is_server(statements)
        self.declared = frozenset(declared(statements))
        for node in statements:
            gather(self, node)
        imports = tuple(pair for node in statements for pair in imported(node))
        return Unit(
            tuple(self.functions), tuple(self.classes), imports, partial(self.later, self.block, root)
        )
