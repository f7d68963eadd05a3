"""A check is gone although the change still speaks of it, and a path is guarded although it sounds open."""

import pytest

from reviewers.static.removals.twosides import lost

HANDLER = """\
router.get("/invoices/:id", requireLogin, async (req, res) => {{
  const i = await Invoice.findByPk(req.params.id);
  {line}
  res.json(i);
}});
"""
CHECK = "if (i.ownerId !== req.user.id) return res.status(403).end();"


@pytest.mark.parametrize(
    "line",
    [
        "log('i.ownerId === req.user.id');",
        "log({ ownerId: req.user.id });",
        "console.log(i.ownerId === req.user.id);",
    ],
)
def test_what_is_only_logged_asks_nothing(line: str) -> None:
    assert lost(HANDLER.format(line=CHECK), HANDLER.format(line=line), "javascript")


def test_what_is_asked_the_other_way_round_is_asked() -> None:
    line = "const ours = i.ownerId === req.user.id; if (!ours) return res.status(403).end();"
    assert not lost(HANDLER.format(line=CHECK), HANDLER.format(line=line), "javascript")


@pytest.mark.parametrize(
    ("part", "told"),
    [("design", True), ("assignments", True), ("authors", True), ("sign-in", False), ("login", False)],
)
def test_a_path_is_open_by_a_whole_word(part: str, *, told: bool) -> None:
    before = 'app.use("/admin", requireAdmin, admin);\n'
    after = f'app.use("/admin/people", requireAdmin, people);\napp.use("/admin/{part}", other);\n'
    assert bool(lost(before, after, "javascript")) is told
