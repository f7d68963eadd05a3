"""A record that is found by its number alone is told where others ask for its owner."""

# ruff: noqa: E501 - code of others, a line for each case

import pytest

from reviewbot.reviewers.static.reviewer import StaticReviewer
from reviewbot.reviewers.static.siblings import Routes
from reviewers.static.reading import change, claims, lines

ROUTES = StaticReviewer(Routes())

FLASK = """
def show(note_id):
    return Note.query.filter_by(id=note_id, owner_id=current_user.id).first_or_404()

def update(note_id):
    note = Note.query.get_or_404(note_id)
    note.text = request.json["text"]
"""
DJANGO = """
def detail(request, pk):
    return page(get_object_or_404(Invoice, pk=pk, customer__user=request.user))

def pdf(request, pk):
    return render(get_object_or_404(Invoice, pk=pk))
"""
COMPARED = """
def show(document_id, caller):
    document = session.get(Document, document_id)
    if document is None or document.owner_id != caller.id:
        raise NotFound
    return document

def share(document_id, mail):
    document = session.get(Document, document_id)
    return Share(document, mail)
"""
PRISMA = """
class Notes {
  async get(userId, id) {
    return this.prisma.note.findFirst({ where: { id, userId } });
  }
  async share(id, email) {
    const note = await this.prisma.note.findUnique({ where: { id } });
    return this.mail(note, email);
  }
}
"""
DYNAMO = """
export const handler: APIGatewayProxyHandlerV2WithJWTAuthorizer = async (event) => {
  const payslipId = event.pathParameters?.id;
  const { Item } = await db.send(
    new GetCommand({ TableName: TABLE, Key: { payslipId } }),
  );
  return json(200, await linkTo(Item));
};
"""
EXPRESS = """
router.get("/:id", async (req, res) => {
  res.json(await Invoice.findOne({ where: { id: req.params.id, accountId: req.user.accountId } }));
});
router.get("/:id/pdf", async (req, res) => {
  res.send(await pdf(await Invoice.findByPk(req.params.id)));
});
"""
STATEMENTS = """
func (s *Store) Get(ctx context.Context, user, id int64) (*Note, error) {
	return scan(s.db.QueryRowContext(ctx, "SELECT id, text FROM notes WHERE id = $1 AND user_id = $2", id, user))
}

func (s *Store) Remove(ctx context.Context, id int64) error {
	_, err := s.db.ExecContext(ctx, "DELETE FROM notes WHERE id = $1", id)
	return err
}
"""
FOUND = [
    (FLASK, "python", [6]),
    (DJANGO, "python", [6]),
    (COMPARED, "python", [9]),
    (PRISMA, "typescript", [7]),
    (EXPRESS, "javascript", [6]),
    (DYNAMO, "typescript", [5]),
    (STATEMENTS, "go", [7]),
]


def found(code: str, language: str) -> list[int | None]:
    return lines([one for one in claims(ROUTES, change(code, "app.x", language)) if one.cwe == "CWE-639"])


@pytest.mark.parametrize(("code", "language", "expected"), FOUND)
def test_a_look_up_without_the_owner_is_found(code: str, language: str, expected: list[int]) -> None:
    assert found(code, language) == expected


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (FLASK.replace("get_or_404(note_id)", "filter_by(id=note_id, owner_id=g.user.id).one()"), "python"),
        (FLASK.replace("owner_id=current_user.id", "archived=False"), "python"),  # nobody asks for owners
        (FLASK.replace("def update", "@admin_required\ndef update"), "python"),
        (FLASK.replace("get_or_404(note_id)", "get_or_404(comment.note_id)"), "python"),
        (COMPARED.replace("    return Share", "    if document.owner_id != mail.user_id:\n        abort(404)\n    return Share"), "python"),
        (PRISMA.replace("note.findUnique", "template.findUnique"), "typescript"),
        (DYNAMO.replace("  return json(200", "  if (Item?.employeeId !== event.requestContext.authorizer.jwt.claims.sub) return json(404);\n  return json(200"), "typescript"),
        (EXPRESS.replace('"/:id/pdf", async', '"/:id/pdf", requireAdmin, async'), "javascript"),
    ],
)  # fmt: skip
def test_a_look_up_that_is_right_or_anybodys_is_none(code: str, language: str) -> None:
    assert found(code, language) == []


def test_the_claim_says_what_to_do() -> None:
    (found,) = [one for one in claims(ROUTES, change(FLASK, "app.py")) if one.cwe == "CWE-639"]
    assert "owner" in str(found.fix)
