"""What stands where it stood, but holds back less: conditions, lists, patterns and numbers."""

import re
from collections.abc import Iterator
from typing import Final

from reviewbot.findings import Confidence
from reviewbot.reviewers.static.removals.comparison import Comparison
from reviewbot.reviewers.static.removals.conditions import Condition, key, negated
from reviewbot.reviewers.static.removals.familybook import Family, FamilyBook
from reviewbot.reviewers.static.removals.guards import Guards
from reviewbot.reviewers.static.removals.kept import squeezed
from reviewbot.reviewers.static.removals.loss import Loss, lost
from reviewbot.reviewers.static.removals.statements import Statement, masked
from reviewbot.reviewers.static.slow import EXPONENTIAL, LINEAR, growth, patterns_of, searched
from reviewbot.spans import Side

_DENIES: Final = re.compile(
    r"(?i)\b\w*(?:deny|denied|block(?:ed|list)|black_?list|forbid|unsafe|dangerous|disallow|banned|(?<![a-z])reserved|sensitive"
    r"|protected|read_?only_?fields|guarded|strip|remove\w{0,12}headers|redact|secret|illegal|invalid|exclud|untrusted|restricted|private|bad_)\w*"
)
_ANCHOR: Final = re.compile(r"\\[AZz]|\^|\$|\\b")
_LITERAL: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|/(?:[^/\\\s]|\\.)+/\w*")
_STARTS: Final = ("", "^", r"\A")
_ENDS: Final = ("", "$", r"\Z", r"\z")
_PATTERN: Final = re.compile(r"re\.\w+\(|r[\"']|/.{2,}/|RegExp|Regex|Pattern|regexp|preg_|=~", re.IGNORECASE)
_CUTS: Final = re.compile(
    r"\.trim(?:End|Right)?\(|\.r?strip\(|\bwhile\b.{0,80}(?:[cC]har(?:Code)?At\(|\[\s*\w{1,20}\s*-\s*1\s*\]|\[-1\])"
)
"""What cuts off the end of a text in one go."""
_AT_THE_END: Final = re.compile(r"[+*]\$[/|\"'`)]")
_BOUNDED: Final = re.compile(r"\{\d{0,4},\d{1,6}\}|\(\?>|[+*?]\+")
_COST: Final = re.compile(
    r"(?i)(?:rounds|iterations|cost|bits|key_?size|key_?length|modulus|entropy|n_?bytes|work_?factor)"
)
_NUMBER: Final = re.compile(r"(?<![\w.])\d[\d_]*(?![\w.])")
_AMOUNT: Final = re.compile(r"(?<![\w.])(\d[\d_]*) ?([kmgKMG][bB]?)?(?![\w.])")
_LIMITED: Final = re.compile(
    r"(?i)limit|max_?(?:size|length|len|body|bytes|content|depth|age|items|files)|max[A-Z]|quota"
)
_RAISED: Final = 20
"""So many times what it was, a limit holds nothing back any more."""
_LOOSE: Final = re.compile(
    r"starts?_?with|ends?_?with|includes\(|contains|index_?of|\bin\b|\.match\(|\.search\(|prefix",
    re.IGNORECASE,
)
_STRICT: Final = re.compile(r"[!=]==?|\bequals\(|\.Equal\(|fullmatch")
_SAME: Final = re.compile(r"(?<![\w.$])([\w.$]++)\s*(!|=)==?\s*([\w.$]++|\"[^\"]{0,200}\"|'[^']{0,200}')")
"""Two values that have to be the same, or not."""
_AMONG: Final = re.compile(
    r"(?<![\w.$])(?P<value>[\w.$]++)\s++(?:not\s++)?in\s++(?P<list>[\w.]++|[\[({][^\[\](){}]{0,200},[^\[\](){}]{0,200}[\])}])"
    r"|(?P<of>(?<![\w.$])[\w.$]+|\[[^\[\]]{0,400}\])\.(?:includes|contains|Contains)\(\s*(?P<asked>[\w.$]+)\s*\)"
    r"|(?:slices|lo)\.Contains\(\s*(?P<from>[\w.]+)\s*,\s*(?P<sought>[\w.]+)\s*\)"
)
"""A value that is looked for as a whole, as far as what it is looked for in is a list."""
_TEXTS: Final = re.compile(r"(?i)\benv\b|(?:text|string|str|url|uri|href|csv|header|address|line)$")
"""Names of what is no list but a text, of which a part is found as well."""
_WHOLE: Final = re.compile(
    r"\.(?:includes|has|contains|Contains)\(|[!=]==?|\bnot in\b|\bin\b|in_array\(|include\?"
)
_PART: Final = re.compile(
    r"\.(?:startsWith|endsWith|startswith|endswith|indexOf|search|StartsWith|EndsWith)\(|\.(?:start|end)_with\?"
    r"|Has(?:Prefix|Suffix)\(|str_(?:starts|ends)_with\(|str_contains\(|strpos\(|\.some\([^;]*\.includes\(|strings\.Contains\("
)
_WHOLE_LABELS: Final = re.compile(r"(?i)ends_?with\??\(\s*f?[\"'`]\.")
"""The end of a name from a dot on, which only those below it have: `host.endswith("." + domain)`."""
_ENDS_WITH: Final = re.compile(r"(?i)ends_?with\??\(\s*(?:\w+\.)*(\w+)\s*\)")
"""That a text ends with another, which is kept under a name."""
_LISTED: Final = re.compile(
    r"[\s(!]*(?:not\s+)?(?:([\w.]+)\s+(?:not\s+)?in\s+([\w.]*[A-Z]\w*)"
    r"|([\w.]+)\.(?:includes|has|contains|Contains)\(([\w.]+)\))"
)
"""Something that is looked for in a list of the program."""
_THERE: Final = re.compile(r"[\s(!]*(?:not\s+)?([\w.]+)[\s){:]*")
_ABOUT: Final = {
    "cors": re.compile(r"(?i)origin"),
    "redirect": re.compile(r"(?i)redirect|return_?(?:to|url)|\bnext\b|(?<!\.)href|location"),
    "request-target": re.compile(r"(?i)host|domain|\burl"),
    "permission": re.compile(r"(?i)\broles?\b|permission|scope"),
    "upload-type": re.compile(r"(?i)mime|extension|content_?type"),
}
"""What is compared, by the family that loses."""
_BEGINS: Final = re.compile(
    r"(?:\.(?:startsWith|startswith|StartsWith|start_with\?)|HasPrefix|str_starts_with)"
    r"\((?:(?P<text>[\w.$]++),)?(?P<whole>[^()]*+(?:\([^()]*+\)[^()]*+)?+)\)"
)
"""That a text begins with another, without white space."""
_SEPARATOR: Final = re.compile(r"(?i)separator|\bsep\b|[+.]\s*[\"'`]/[\"'`]|/[\"'`]$")
_MADE: Final = re.compile(
    r"(?i)(?:path\w{0,4}|file|os)\.join\(|(?<!router\.)(?<!promise\.)\bresolve\(|real_?path|normali[sz]e|norm_?path|abs_?path"
    r"|canonical|expand_path|filepath\.(?:clean|abs|evalsymlinks)|getfullpath|path\.combine"
)
"""What makes a path of a name that somebody else may have chosen."""
_LAST: Final = re.compile(r"(?<!\w)[A-Za-z_]\w*+$")
_UNLESS: Final = re.compile(r"(?:\}\s*)?(?:unless|assert|guard)\b|.{1,400}\sunless\s")
_SKIPS: Final = re.compile(r"\s{0,9}\{?\s{0,9}(?:continue|next|break)\b")
_OF_FILES: Final = re.compile(
    r"(?i)(?:file(?:_?name|_?path)?|path|target|candidate|full|dir(?:ectory)?|folder|root)$"
)
_BY_PARTS: Final = frozenset({"java", "kotlin", "scala", "rust"})
"""Languages whose paths begin with a path only if its last part is the same as a whole."""
_CHECKS: Final = re.compile(
    r"(?i)(?:^|[._])(?:is|has|can|may|should|check|valid|verif|allow|auth|permi|safe|trust)\w*"
)

_PASSES: Final = re.compile(r"[\s{]*(?:return\s+)?(?:await\s+)?(?:next\(\)|return true)")
_BROUGHT: Final = re.compile(r"(?i)starts_?with|includes\(|ends_?with|headers?\b|\bquery\b|\.get\(|\.test\(")
_GUARDS: Final = {
    "csrf": re.compile(r"(?i)csrf|xsrf|forgery"),
    "authentication": re.compile(r"(?i)auth(?!or)|login|session|signed_?in|protect|guard"),
}
"""Functions that guard, by the family that loses."""
_WAITED: Final = re.compile(r"\bawait\s+([\w.]+)\(")
_ASKED: Final = re.compile(r"(?<!await )(?<![\w.])([\w.]++)\(")


_RANKED: Final = re.compile(r"(?i)role|rank|scope|permission|level|admin|staff|tier")
"""What somebody may do: one more of these is one more who may."""
_FIELDS: Final = re.compile(r"(?i)\bread_?only_?fields\b|\$guarded\b")
"""Fields that a request must not set."""
_SECRETS: Final = re.compile(r"(?i)\bauthorization\b|\bcookie\b|\bremove_?headers\b")
"""Headers that are kept from other hosts."""


def weakened(comparison: Comparison, book: FamilyBook, guards: Guards) -> Iterator[Loss]:
    """One loss for each statement that holds back less than the one that it follows."""
    families = {family.id: family for family in book.families}
    for statement in comparison.removed:
        successor = comparison.successor(statement)
        if successor is None:
            continue
        for judged in (_list, _anchors, _cost, _limit, _part):
            if found := judged(statement, successor):
                if judged is _part and _asks_whole_labels(comparison, successor.text):
                    continue
                yield _loss(comparison, families[found], statement, successor, Confidence.MEDIUM)
        if sure := _ambiguity(statement, successor):
            yield _loss(comparison, families["backtracking"], statement, successor, sure)
    yield from _looser(comparison, guards)
    yield from _agreed(comparison, families)
    yield from _let_through(comparison, families)
    yield from _shortened(comparison, families)
    yield from _dangling(comparison, families)
    yield from _unbound(comparison, families)
    yield from _by_pattern(comparison, families)


def _loss(
    comparison: Comparison,
    family: Family,
    statement: Statement,
    successor: Statement,
    confidence: Confidence,
    what: str = "",
) -> Loss:
    return Loss(
        family=family,
        confidence=confidence,
        what=what or statement.text,
        path=comparison.window.path,
        side=Side.NEW,
        line=successor.first,
        owner=statement.owner,
        how="was stricter before",
    )


def _list(old: Statement, new: Statement) -> str:
    """A deny-list that lost entries: strings, or words of a pattern."""
    before, after = ({word.strip("$") for word in one.words} for one in (old, new))  # `$` ends a pattern, too
    gone = before - after
    entries = set(re.findall(r"\w+", " ".join(_LITERAL.findall(old.text))))
    names = _LITERAL.sub("", old.text)
    if not (gone and gone <= entries and after < before and _DENIES.search(names)):
        return ""
    if _FIELDS.search(names) and re.search(r"Admin(?:\.|$)", old.owner):
        return ""  # what administrators may edit is no matter of clients
    return _refused(old.text)


def _refused(entries: str) -> str:
    """The family of a deny-list, by what it refuses."""
    if _SECRETS.search(entries):
        return "credential-leak"
    if _FIELDS.search(entries):
        return "mass-assignment"
    return "prototype" if "__proto__" in entries else "deny-list"


def _anchors(old: Statement, new: Statement) -> str:
    """A pattern that has to match less of its text."""
    if not _PATTERN.search(old.text):
        return ""
    same = _ANCHOR.sub("", squeezed(old.text)) == _ANCHOR.sub("", squeezed(new.text))
    weaker = any(_held(new.text, marks) < _held(old.text, marks) for marks in (_STARTS, _ENDS))
    return "pattern-anchors" if same and weaker else ""


def _held(text: str, marks: tuple[str, ...]) -> int:
    """How firmly a pattern is held at one end: the place of its firmest mark."""
    return max(at if mark in text else 0 for at, mark in enumerate(marks))


def _ambiguity(old: Statement, new: Statement) -> Confidence | None:
    """How sure it is that a pattern can match one text in many more ways.

    More than a doubling with each character is seldom meant; a higher power often comes with what is wanted.
    """
    if not (_PATTERN.search(old.text) and _PATTERN.search(new.text)):
        return None
    before, after = (max(map(growth, patterns_of(one.text)), default=LINEAR) for one in (old, new))
    unbounded = len(_BOUNDED.findall(old.text)) > len(_BOUNDED.findall(new.text))
    grown = len(re.findall(r"[*+]", new.text)) >= len(re.findall(r"[*+]", old.text))
    if (after == EXPONENTIAL > before) or (unbounded and grown and after >= before):
        return Confidence.MEDIUM
    if after == before and grown and len(new.text) < len(old.text) and _slowest(new) > _slowest(old):
        return (
            Confidence.MEDIUM
        )  # `[^()]*` behind a parenthesis as `[^)]*`: each one found is another beginning
    return Confidence.LOW if after > before else None


def _slowest(statement: Statement) -> int:
    return max(map(searched, patterns_of(statement.text)), default=LINEAR)


def _by_pattern(comparison: Comparison, families: dict[str, Family]) -> Iterator[Loss]:
    """The end of a text that was cut off by hand, where a pattern is tried at each character now."""
    by_hand = {one.owner for one in comparison.removed if _CUTS.search(one.text)}
    for now in comparison.added if by_hand else ():
        if now.owner in by_hand and _AT_THE_END.search(now.text) and _slowest(now) > LINEAR:
            old = next(one for one in comparison.removed if one.owner == now.owner and _CUTS.search(one.text))
            yield _loss(comparison, families["backtracking"], old, now, Confidence.MEDIUM)


def _part(old: Statement, new: Statement) -> str:
    """A list that the whole of something had to be in, where a beginning or an end of it is enough now."""
    whole = _WHOLE.search(old.text) and not _PART.search(old.text)
    if not whole or not _PART.search(new.text) or old.text.startswith(("if ", "} else if ", "elif ")):
        return ""
    said = f"{old.owner} {old.text} {new.text}"
    return next((family for family, about in _ABOUT.items() if about.search(said)), "")


def _asks_whole_labels(comparison: Comparison, text: str) -> bool:
    """Whether a name has to end with some that begin with a dot, written out or kept under a name."""
    if _WHOLE_LABELS.search(text):
        return True
    asked = _ENDS_WITH.search(text)
    if asked is None:
        return False
    each = re.search(
        rf"([\w.]++)\.(?:some|any)\(\s*\(?{asked[1]}\b|\bfor\s+{asked[1]}\s+in\s+([\w.]++)", text
    )
    name = ((each[1] or each[2]) if each else asked[1]).rpartition(".")[2]
    kept = re.compile(rf"\b{name}\b[^=]{{0,60}}=(?!=)(.+)", re.DOTALL)
    texts = [
        one
        for made in comparison.new
        if (found := kept.search(made.text))
        for one in _LITERAL.findall(found[1])
    ]
    return bool(texts) and all(one[1:2] == "." for one in texts)


def _unbound(comparison: Comparison, families: dict[str, Family]) -> Iterator[Loss]:
    """A folder that a path has to begin with, and that may go on now: `/srv/files` as `/srv/files-old`."""
    if comparison.rewritten or comparison.window.language in _BY_PARTS:
        return
    by_owner = {
        one.owner: one
        for one in comparison.removed
        if any(_SEPARATOR.search(whole) for whole in _begun(one.text)) and not comparison.goes_on(one)
    }
    if not by_owner:
        return
    ended = {word for one in comparison.added if _SEPARATOR.search(squeezed(one.text)) for word in one.words}
    for now in comparison.added:
        old, wholes = by_owner.get(now.owner), _begun(now.text)
        if old is None or not wholes:
            continue
        if any(_SEPARATOR.search(whole) or _last_name(whole) in ended for whole in wholes):
            continue
        if confidence := _held_within(comparison, now):
            said = f"{now.owner} {now.text}"
            family = next((one for one, about in _ABOUT.items() if about.search(said)), "path")
            yield _loss(comparison, families[family], old, now, confidence)


def _held_within(comparison: Comparison, now: Statement) -> Confidence | None:
    """How surely a beginning keeps a path inside a folder; links and keys have beginnings as well."""
    condition = next((one for one in comparison.conditions_after if one.statement is now), None)
    refused = _UNLESS.match(now.text) is not None
    if condition is not None:
        refused = refused or any(negated(clause) and _begun(clause) for clause in condition.clauses)
        if condition.refuses and not refused:
            return None  # what begins so is refused: now more is
        if condition.leaves and refused and not _SKIPS.match(condition.body):
            return Confidence.HIGH
    names = _beginning(now.text)
    makers = (one for one in comparison.new if one is now or names & one.words)
    if any(_MADE.search(one.text) for one in makers):
        return Confidence.HIGH
    return Confidence.LOW if any(_OF_FILES.search(name) for name in names) else None


def _begun(text: str) -> list[str]:
    """What texts have to begin with, as far as that is no plain text."""
    found = (one["whole"] for one in _BEGINS.finditer(squeezed(text)))
    return [whole for whole in found if whole[:1] not in '"`' or "${" in whole]


def _beginning(text: str) -> set[str]:
    """The names of the texts that have to begin with another."""
    bare = squeezed(text)
    before = ((one["text"] or bare[max(one.start() - 60, 0) : one.start()]) for one in _BEGINS.finditer(bare))
    return {found[0] for one in before if (found := _LAST.search(one))}


def _last_name(whole: str) -> str:
    names = re.findall(r"[A-Za-z_]\w*", whole)
    return names[-1] if names else ""


def _cost(old: Statement, new: Statement) -> str:
    """A number that makes guessing cheaper."""
    before, after = (_NUMBER.findall(text) for text in (old.text, new.text))
    if len(before) != len(after) or not _COST.search(old.text):
        return ""
    if _NUMBER.sub("0", old.text) != _NUMBER.sub("0", new.text):
        return ""
    return "crypto-strength" if any(int(a) < int(b) for a, b in zip(after, before, strict=True)) else ""


def _limit(old: Statement, new: Statement) -> str:
    """A limit that was raised so far that it is none."""
    names = _LITERAL.sub("", old.text)
    before, after = (_AMOUNT.findall(text) for text in (old.text, new.text))
    if len(before) != len(after) or not _LIMITED.search(names) or _COST.search(names):
        return ""
    if _AMOUNT.sub("0", old.text) != _AMOUNT.sub("0", new.text):
        return ""
    raised = (_amount(*a) >= _RAISED * _amount(*b) > 0 for a, b in zip(after, before, strict=True))
    return "size-limit" if any(raised) else ""


def _amount(number: str, unit: str) -> int:
    size: int = 1 << 10 * (" kmg".find(unit[:1].lower()) if unit else 0)
    return int(number) * size


def _looser(comparison: Comparison, guards: Guards) -> Iterator[Loss]:
    """Conditions that hold in other cases than before."""
    after = {id(one.statement): one for one in comparison.conditions_after}
    for before in comparison.conditions_before:
        successor = comparison.successor(before.statement)
        now = after.get(id(successor)) if successor else None
        if successor is None or now is None:
            continue
        if (
            (clause := _turned(before, now) or _unlisted(comparison, before, now))
            and (judged := guards.judge(clause, before))
            and not judged.family.vague
            and not (judged.family.id in _ABOUT and _asks_whole_labels(comparison, successor.text))
        ):
            yield _loss(comparison, judged.family, before.statement, successor, judged.confidence, clause)


def _turned(before: Condition, now: Condition) -> str:
    """The clause that says less than it did, "" if none does."""
    olds, news = ([key(clause) for clause in one.clauses] for one in (before, now))
    if olds == news:
        turned = [a for a, b in zip(before.clauses, now.clauses, strict=True) if negated(a) != negated(b)]
        if turned and before.body == now.body:
            return turned[0] if negated(turned[0]) or not before.refuses else ""
        strict = "or" if before.leaves else "and"
        return before.clauses[0] if _count(before, strict) > _count(now, strict) else ""
    lost, came = _exchanged(before, now)
    return lost if lost and _holds_less(lost, came, leaves=before.leaves) else ""


def _exchanged(before: Condition, now: Condition) -> tuple[str, str]:
    """The only clause that gave way to another one, and that other one."""
    olds, news = ([key(clause) for clause in one.clauses] for one in (before, now))
    lost = [clause for clause in before.clauses if key(clause) not in news]
    came = [clause for clause in now.clauses if key(clause) not in olds]
    alone = len(lost) == 1 and len(came) == 1 and len(olds) == len(news)
    return (lost[0], came[0]) if alone else ("", "")


def _unlisted(comparison: Comparison, before: Condition, now: Condition) -> str:
    """The clause that wanted something on a list, where it is enough now that there is something."""
    lost, came = _exchanged(before, now)
    listed, there = _LISTED.match(lost.strip()), _THERE.fullmatch(came.strip())
    if listed is None or there is None or (listed[1] or listed[4]) != there[1]:
        return ""
    return "" if comparison.kept.mentions((listed[2] or listed[3]).rpartition(".")[2]) else lost


def _holds_less(lost: str, came: str, *, leaves: bool) -> bool:
    shared = set(re.findall(r"[A-Za-z_]\w{2,}", lost)) & set(re.findall(r"[A-Za-z_]\w{2,}", came))
    if shared and _STRICT.search(lost) and not _STRICT.search(came) and _LOOSE.search(came):
        is_folder = "commonpath" in lost and _SEPARATOR.search(came) is not None
        return not is_folder and not _one_of_several(lost, came)
    narrower = r"([<>])=" if leaves else r"([<>])(?!=)"
    swap = re.sub(narrower, r"\1" if leaves else r"\1=", lost, count=1)
    return swap != lost and key(swap) == key(came)


def _one_of_several(lost: str, came: str) -> bool:
    """Whether what had to be one value has to be on a list now: `host === HOST`, `HOSTS.includes(host)`."""
    same, among = _SAME.search(lost), _AMONG.search(came)
    if same is None or among is None or _RANKED.search(lost):
        return False
    value = among["value"] or among["asked"] or among["sought"]
    several = among["list"] or among["of"] or among["from"]
    if value not in same.groups() or several in same.groups() or _TEXTS.search(several):
        return False
    return (same[2] == "!") == (negated(came) or bool(re.search(r"\bnot\s+in\b", came)))


def _count(condition: Condition, connective: str) -> int:
    """How often a condition says `and`, or `or`: the more, the fewer cases pass."""
    sign = {"and": "&&", "or": r"\|\|"}[connective]
    return len(re.findall(rf"{sign}|\b{connective}\b", masked(condition.statement.text)))


def _let_through(comparison: Comparison, families: dict[str, Family]) -> Iterator[Loss]:
    """A guard that asks nothing in more cases than before, such as a client can bring about."""
    after = {id(one.statement): one for one in comparison.conditions_after}
    for before in comparison.conditions_before:
        successor = comparison.successor(before.statement)
        now = after.get(id(successor)) if successor else None
        family = next((one for one, about in _GUARDS.items() if about.search(before.statement.owner)), "")
        if successor is None or now is None or not family or not _PASSES.match(now.body):
            continue
        olds = {key(clause) for clause in before.clauses}
        came = [clause for clause in now.clauses if key(clause) not in olds]
        grown = _count(now, "or") > _count(before, "or") and len(now.clauses) > len(before.clauses)
        if grown and len(came) == 1 and _BROUGHT.search(came[0]):
            yield _loss(comparison, families[family], before.statement, successor, Confidence.MEDIUM, came[0])


def unawaited(comparison: Comparison, guards: Guards) -> Iterator[Loss]:
    """A check that is no longer waited for, so that its promise passes for a yes."""
    before = {name for one in comparison.removed for name in _WAITED.findall(one.text)}
    after = {name for one in comparison.added for name in _WAITED.findall(one.text)}
    for condition in comparison.conditions_after if before - after else ():
        asked = " ".join(condition.clauses)
        for name in (before - after) & set(_ASKED.findall(asked)) if condition.statement.changed else ():
            judged = guards.judge(f"{name}(", condition)
            if judged and condition.leaves:
                yield _loss(
                    comparison, judged.family, condition.statement, condition.statement, judged.confidence
                )


def _agreed(comparison: Comparison, families: dict[str, Family]) -> Iterator[Loss]:
    """A check that says yes where it said no."""
    said = re.compile(r"return\s+(?:False|false)\s*;?")
    says = re.compile(r"return\s+(?:True|true)\s*;?")
    for statement in comparison.removed:
        if said.fullmatch(statement.text) and _CHECKS.search(statement.owner):
            now = [s for s in comparison.added if says.fullmatch(s.text) and s.owner == statement.owner]
            if now:
                yield _loss(comparison, families["verdict"], statement, now[0], Confidence.MEDIUM)


def _shortened(comparison: Comparison, families: dict[str, Family]) -> Iterator[Loss]:
    """An entry on a line of its own that left a deny-list."""
    for at, statement in enumerate(comparison.old):
        if not statement.whole or not re.fullmatch(
            r"[rbu]?[\"'][^\"']{1,200}[\"'](?:\s*:\s*true)?,?", statement.text
        ):
            continue
        head = next(
            (s for s in reversed(comparison.old[max(at - 60, 0) : at]) if s.indent < statement.indent), None
        )
        if head is None or head.changed or not _DENIES.search(f"{_function(statement)} {head.text}"):
            continue
        if squeezed(statement.text) in comparison.added_text or comparison.added:
            continue
        yield Loss(
            families[_refused(f"{head.text} {statement.text}")],
            Confidence.MEDIUM,
            statement.text,
            comparison.window.path,
            Side.OLD,
            statement.first,
            owner=statement.owner,
        )


def _function(statement: Statement) -> str:
    """The name of the function around a statement, "" if that is a class."""
    name = statement.owner.rpartition(".")[2]
    return name if re.match(r"[a-z_]", name) else ""


def _dangling(comparison: Comparison, families: dict[str, Family]) -> Iterator[Loss]:
    """A pointer that is freed, and no longer reset."""
    reset = re.compile(r"([\w.>\-\[\]*()]+?)\s*=\s*(?:NULL|nullptr)\s*;")
    for statement in comparison.removed:
        found = reset.fullmatch(statement.text) if comparison.window.language in {"c", "cpp"} else None
        if found and statement.whole:
            freed = re.compile(rf"(?:free|release|destroy|delete|put)\w*[\s(]+&?{re.escape(found[1])}\b")
            if any(freed.search(one.text) for one in comparison.new if not one.changed):
                yield lost(
                    comparison, statement, families["memory-lifetime"], Confidence.MEDIUM, statement.text
                )
