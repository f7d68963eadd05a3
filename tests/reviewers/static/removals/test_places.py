"""Where a lost check is told: at the code that goes without it, else at the line that is gone."""

import pytest

from reviewbot.spans import Side
from reviewers.static.removals.twosides import lost

OPEN = """\
async function open(root, name) {
  const file = path.resolve(root, name);
  if (!file.startsWith(root + path.sep)) {
    throw new Error("invalid path");
  }
  return fs.open(file);
}
"""
JOINED = """\
async function open(root, name, flags) {
  const file = path.join(root, name);
  return fs.open(file, flags);
}
"""
RETURNED = """\
def allowed(address, hosts):
    url = urlsplit(address)
    if url.scheme != "https":
        return False
    return url.hostname in hosts
"""
LOOSE = """\
def allowed(address, hosts):
    return any(pattern_of(host).search(address) for host in hosts)
"""
SANDBOXED = """\
from jinja2.sandbox import SandboxedEnvironment

PAGES = SandboxedEnvironment(autoescape=True)
"""
PLAIN = """\
from jinja2 import Environment

PAGES = Environment(autoescape=True, trim_blocks=True)
"""
UPLOAD = """\
export const upload = multer({
  dest: FOLDER,
  limits: { fileSize: 2_000_000 },
  fileFilter: (req, file, done) => done(null, TYPES.has(file.mimetype)),
}).single('photo');
"""
ANY_UPLOAD = """\
export const upload = multer({ dest: FOLDER }).single('photo');
"""

OWN_HIVES = """\
class Hives(viewsets.ModelViewSet):
    serializer_class = HiveSerializer

    def get_queryset(self):
        return Hive.objects.filter(keeper=self.request.user)

    def perform_create(self, serializer):
        serializer.save(keeper=self.request.user)
"""
ALL_HIVES = """\
class Hives(viewsets.ModelViewSet):
    serializer_class = HiveSerializer
    queryset = Hive.objects.prefetch_related("frames")

    def perform_create(self, serializer):
        serializer.save(keeper=self.request.user)
"""
OWN_SITES = """\


class Sites(viewsets.ReadOnlyModelViewSet):
    def get_queryset(self):
        return Site.objects.filter(keeper=self.request.user)
"""


@pytest.mark.parametrize(
    ("language", "before", "after", "quote"),
    [
        ("javascript", UPLOAD, ANY_UPLOAD, ANY_UPLOAD.strip()),
        ("javascript", OPEN, JOINED, "const file = path.join(root, name);"),
        ("python", RETURNED, LOOSE, "return any(pattern_of(host).search(address) for host in hosts)"),
        ("python", OWN_HIVES, ALL_HIVES, 'queryset = Hive.objects.prefetch_related("frames")'),
        (
            "python",
            OWN_HIVES + OWN_SITES,
            ALL_HIVES + OWN_SITES,
            'queryset = Hive.objects.prefetch_related("frames")',
        ),
        ("python", SANDBOXED, PLAIN, "PAGES = Environment(autoescape=True, trim_blocks=True)"),
    ],
)
def test_a_loss_is_told_where_the_code_goes_without_it(
    language: str, before: str, after: str, quote: str
) -> None:
    (claim,) = lost(before, after, language)
    assert (claim.side, claim.quote.strip()) == (Side.NEW, quote)


def test_a_check_that_is_only_taken_out_is_told_where_it_stood() -> None:
    after = "".join(line for line in OPEN.splitlines(keepends=True) if "  if" not in line).replace(
        '    throw new Error("invalid path");\n  }\n', ""
    )
    (claim,) = lost(OPEN, after, "javascript")
    assert (claim.side, claim.quote.strip()) == (Side.OLD, "if (!file.startsWith(root + path.sep)) {")


def test_a_call_that_gave_way_to_a_weaker_one_is_told_once() -> None:
    before = """\
const digest = (text) => createHash("sha256").update(text).digest();
function check(given) {
  if (!timingSafeEqual(digest(given), digest(API_KEY))) {
    throw new HttpError(401);
  }
}
"""
    after = """\
const find = (given) => KEYS.find((key) => key.secret === given);
function check(given) {
  if (!find(given)) {
    throw new HttpError(401);
  }
}
"""
    assert [claim.cwe for claim in lost(before, after, "javascript")] == ["CWE-208"]


def test_a_helper_that_is_gone_is_missed_where_its_value_is_made_now() -> None:
    before = """\
def _inside(into, name):
    target = (into / name).resolve()
    if not target.is_relative_to(into):
        raise BundleError(name)
    return target
def unpack(bundle, into):
    for member in bundle:
        target = _inside(into, member.name)
        with target.open("wb") as sink:
            copy(bundle, member, sink)
"""
    after = """\
def unpack(bundle, into, strip=1):
    for member in bundle:
        parts = member.name.split("/")[strip:]
        target = into.joinpath(*parts)
        with target.open("wb") as sink:
            copy(bundle, member, sink)
"""
    assert [(claim.cwe, claim.line) for claim in lost(before, after, "python")] == [("CWE-22", 4)]
