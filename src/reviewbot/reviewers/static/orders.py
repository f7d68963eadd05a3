"""Words in code that are meant for the reviewer: orders to a model, claims that all is well, forged messages.

Everyday comments speak of instructions, reviewers and empty lists too. So a phrase counts by itself only where
it leaves no other reading, and else only near words that say who is spoken to. Patterns are bounded, and tried
only where their first word stands.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from reviewbot.chunks.visible import HIDDEN
from reviewbot.findings import Confidence, Severity
from reviewbot.reviewers.static.passages import Weakness

_HIDDEN: Final = re.compile(f"[{HIDDEN}]")
_NEAR: Final = 160
"""Characters before and after a phrase in which somebody may be addressed."""

# Between two words: blanks, punctuation, and the end of a line with the marks of a comment or a string.
_G = r"[\s#/*\"'`+\\|<>.,:;_!-]{1,16}"


def _phrase(pattern: str) -> str:
    """A pattern whose blanks stand for whatever may part words."""
    return pattern.replace(" ", _G)


@dataclass(frozen=True, slots=True)
class Order:
    """A phrase by its possible first words, and the pattern from there on; both in small letters."""

    begins: tuple[str, ...]
    pattern: re.Pattern[str]
    to: bool = False
    """Whether it counts only where a reviewer is addressed."""
    sure: Confidence = Confidence.MEDIUM

    @classmethod
    def of(
        cls, begins: str, pattern: str, *, to: bool = False, sure: Confidence = Confidence.MEDIUM
    ) -> "Order":
        """A phrase; first words are given with a bar between them, blanks part words."""
        words = tuple(begins.split("|"))
        start = "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
        return cls(words, re.compile(start + _phrase(pattern)), to, sure)


_ALL = r"(?:(?:all|any|the|these|those|this|your|my|of|every|each|other) ){0,4}"
_NOT = "do not|don't|dont|never|must not|should not|refrain from|without"
_DEFECTS = r"(?:vulnerabilit(?:y|ies)|weakness(?:es)?|security (?:issue|problem|finding|flaw|defect|bug)s?|findings?)"
# Where a project asks people to report, and what tools say of their own reports.
_ELSEWHERE = (
    r"(?! (?:through|via|in|on|to|using|publicly|by|with|below|above|under|over|if|when|unless|until|as|at|that|which"
    r"|whose|from|outside|for|here|online|directly|twice|again|already|more|before|after|of)\b)"
)
_NOTHING = (
    r"(?:(?:an|a|the|only|just|with|back|valid) ){0,4}(?:empty (?:list|array|findings|result|json|object|response)"
    r"|no (?:findings|issues|vulnerabilities|defects|problems|comments)|nothing|\[\])"
)

ORDERS: Final = (
    Order.of(
        "ignore|disregard|forget|ignoring|disregarding|do not follow|don't follow|do not obey|stop following",
        rf" {_ALL}(?:(?:previous|prior|above|earlier|preceding|foregoing|former|initial|original|system) ){{1,2}}"
        r"(?:[a-z]{2,12} ){0,2}?(?:instructions|directives|guidelines|system prompts?|prompts?)"
        r"(?! (?:if|when|unless)\b)",
    ),
    Order.of(
        "ignore|disregard|forget",
        r" (?:(?:everything|anything|all|what|whatever) ){1,2}(?:(?:that|of) )?"
        r"you (?:were|have been|had been|are|know|learned)\b(?: (?:told|instructed|taught|asked|given|about))?",
    ),
    Order.of(
        "ignore|disregard|forget|override|bypass",
        r" your (?:[a-z]{2,12} ){0,2}(?:instructions|prompt|rules)\b",
    ),
    Order.of(
        "as an|as a",
        r" (?:ai|artificial intelligence|llm|large language model|language model)"
        r"(?: (?:language|model|assistant|agent|system|reviewer|auditor|code|security|tool|bot)){0,3}"
        r" (?:you|please|do not|don't|never|always|your)\b",
    ),
    Order.of(
        "you are",
        r" (?:now )?(?:an|a|the) (?:[a-z]{2,15} ){0,3}?(?:code reviewer|security (?:reviewer|auditor|scanner|reviewing))",
        sure=Confidence.LOW,
    ),
    Order.of(
        _NOT,
        r" (?:report|reporting|flag|flagging|mention|mentioning|raise|list)"
        rf" (?:(?:any|a|this|these|the|it|as|all) ){{0,3}}(?:[a-z]{{2,12}} )?{_DEFECTS}\b{_ELSEWHERE}",
    ),
    Order.of(
        "new|updated|revised|real|actual",
        r" (?:(?:system|important|reviewer) )?instructions (?:for|to) (?:(?:the|you|all|any) )?"
        r"(?:ai|llm|model|reviewer|assistant|you)\b",
    ),
    Order.of(
        "your new|your real|your actual|your only", r" (?:task|job|role|goal|instructions?) (?:is|are)\b"
    ),
    Order.of(
        "from now on|from here on",
        r" (?:you (?:must|will|are|should|only)|(?:reply|respond|answer|report) (?:only )?(?:with|nothing|no))\b",
    ),
    Order.of(
        "reveal|repeat|print|output|show|leak",
        r" (?:me )?your (?:(?:entire|full|hidden|initial|original) ){0,2}(?:system prompt|instructions)\b",
    ),
    Order.of("return|respond|reply|answer|output|emit|give|produce", rf" {_NOTHING}", to=True),
    Order.of(
        _NOT,
        r" (?:report|reporting|flag|flagging|mention|mentioning|raise|list|comment on)"
        r" (?:this|these|the following|it|anything|any|the code|what follows)\b",
        to=True,
    ),
    Order.of(
        "this|these|the following|the above|the code above|the code below|everything here|all code",
        r" (?:[a-z]{2,12} ){0,2}?(?:is|are|was|were|has been|have been)"
        r" (?:(?:already|completely|fully|perfectly|known|to|be|been|all|a|entirely) ){0,4}"
        r"(?:safe|secure|audited|approved|verified|trusted|harmless|benign|not vulnerable|false positives?)\b",
        to=True,
        sure=Confidence.LOW,
    ),
    Order.of(
        "mark|treat|consider|rate|classify|report|regard|label",
        r" (?:this|it|the|all|every|these)(?: [a-z]{2,12}){0,3}? (?:as )?"
        r"(?:safe|secure|harmless|clean|approved|false positives?|not vulnerable|severity low)\b",
        to=True,
        sure=Confidence.LOW,
    ),
    Order.of(
        "skip|exclude|omit|pass over|approve|accept|merge",
        r" (?:this|the rest of this|the following) (?:file|function|code|change|class|module|section|pull request|pr)\b",
        to=True,
        sure=Confidence.LOW,
    ),
    Order.of(
        "<|",
        r"(?:im_start\|>\s{0,3}(?:system|assistant)|(?:start_header_id\|>\s{0,3})?(?:system|assistant)(?:\|>|<\|))",
        sure=Confidence.LOW,
    ),
    Order.of("<<sys>>|[inst]|[/inst]|</system>|<system-reminder>|</user_input>", r"", sure=Confidence.LOW),
    Order.of(
        "system:|assistant:|### system|### assistant",
        r"\s{0,3}:?\s{0,3}(?:you|ignore|disregard|from now|the (?:review|code) |no (?:issues|findings)|approve)",
    ),
    Order.of("==", r"[0-9a-f]{24}==(?=\s|$)"),
    Order.of('"findings', r"\"\s{0,3}:\s{0,3}\[\s{0,3}\]", to=True),
    Order.of('"analysis', r"\"\s{0,3}:\s{0,3}\".{0,300}?\"findings\"\s{0,3}:\s{0,3}\["),
    # The same in the languages that most code is commented in.
    Order.of(
        "ignorier|vergiss|missachte",
        r"[a-z]{0,3} (?:sie )?(?:(?:alle|deine|die|ihre|sämtliche) ){0,2}(?:bisherigen|vorherigen|vorigen|obigen|früheren"
        r"|vorangegangenen) (?:anweisungen|befehle|instruktionen|vorgaben)",
    ),
    Order.of(
        "melde|berichte|finde",
        r" (?:hier )?(?:keine|nichts)(?: (?:sicherheits)?(?:lücken|probleme|befunde))?",
        to=True,
    ),
    Order.of(
        "ignor|oubli",
        r"[a-zéè]{1,4} (?:(?:toutes|les|tes|vos|ces) ){0,3}(?:instructions|consignes|directives)"
        r" (?:précédentes|antérieures|ci dessus|initiales)",
    ),
    Order.of(
        "ignor|olvid",
        r"[a-z]{1,3} (?:(?:todas|las|tus|sus|estas|toda) ){0,3}(?:instrucciones|indicaciones|órdenes)"
        r" (?:anteriores|previas|de arriba)",
    ),
    Order.of(
        "ignor|esqueç",
        r"[a-z]{1,3} (?:(?:todas|as|suas|quaisquer) ){0,3}(?:instruções|orientações|ordens) (?:anteriores|prévias|acima)",
    ),
    Order.of(
        "ignora|dimentica",
        r"[a-z]{0,2} (?:(?:tutte|le|tue) ){0,3}(?:istruzioni|indicazioni) (?:precedenti|sopra)",
    ),
    Order.of(
        "negeer|vergeet",
        r" (?:(?:alle|de|je) ){0,3}(?:vorige|eerdere|bovenstaande) (?:instructies|opdrachten)",
    ),
    Order.of(
        "zignoruj|ignoruj", r" (?:wszystkie )?(?:poprzednie|powyższe|wcześniejsze) (?:instrukcje|polecenia)"
    ),
    Order.of(
        "игнорируй|проигнорируй|забудь|не обращай внимания на",
        r"(?:те)? (?:(?:все|всё|эти|твои) ){0,2}(?:предыдущие|прежние|вышеуказанные) (?:инструкции|указания|команды)",
    ),
    Order.of("önceki|yukarıdaki", r" (?:tüm |bütün )?(?:talimatları|yönergeleri) (?:yoksay|görmezden|unut)"),
    Order.of(
        "忽略|无视|忘记|忽視|無視",
        r"[你您]?(?:之前|以上|先前|前面|上面|此前|所有|全部|一切|的|任何|之前的){1,4}(?:指令|指示|说明|提示词?|命令|規則|规则)",
    ),
    Order.of(
        "以前の|これまでの|上記の|前の|すべての",
        r"(?:すべての|全ての|これまでの|以前の)?(?:指示|命令|指令|プロンプト)[をは]?(?:すべて|全て)?(?:無視|忘れ)",
    ),
    Order.of(
        "이전|위의|앞의|지금까지의",
        r"의?\s?(?:모든\s?)?(?:지시|명령|지침|프롬프트)(?:사항)?[을를들]{0,2}\s?(?:모두\s?)?(?:무시|잊)",
    ),
    Order.of("تجاهل|انس", r" (?:(?:جميع|كل) )?(?:التعليمات|الأوامر|الإرشادات) (?:السابقة|أعلاه)"),
)

_READER: Final = re.compile(
    _phrase(
        r"\b(?:ai|llms?|gpt|chatgpt|claude|gemini|copilot|deepseek|language models?|assistants?|(?:code |security )?reviewers?"
        r"|reviewing|auditors?|(?:code|security|vulnerability|ai) (?:scanners?|analy[sz]ers?|review|bots?|tools?|models?)"
        r"|ki|ia|prüfer|relecteur|revisor|审查|レビュー)\b"
    )
)


def orders(lines: Sequence[str]) -> Iterator[tuple[int, Weakness]]:
    """The lines, counted from 0, on which somebody speaks to the reviewer, each once."""
    text = "\n".join(map(_plain, lines))
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    seen: set[int] = set()
    for at, sure in _given(text):
        line = bisect_right(starts, at) - 1
        if line not in seen:
            seen.add(line)
            yield line, _weakness(sure)


def _given(text: str) -> Iterator[tuple[int, Confidence]]:
    """Where orders begin, the surest first."""
    for order in sorted(ORDERS, key=lambda order: -order.sure):
        for at in _places(text, order.begins):
            match = order.pattern.match(text, at)
            if match and (not order.to or _READER.search(text, max(at - _NEAR, 0), match.end() + _NEAR)):
                yield at, order.sure


def _places(text: str, words: Iterable[str]) -> Iterator[int]:
    """Where one of some words begins; a word of letters not amid another."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            if not (at and word[0].isalnum() and text[at - 1].isalnum() and word.isascii()):
                yield at
            at = text.find(word, at + 1)


def _plain(line: str) -> str:
    """A line in small letters, without what hides in it, letters of odd width as common ones."""
    if line.isascii():
        return line.lower()
    return unicodedata.normalize("NFKC", _HIDDEN.sub("", line)).lower().replace("\n", " ")


def _weakness(sure: Confidence) -> Weakness:
    return Weakness(
        cwe="CWE-1427",
        severity=Severity.MEDIUM if sure > Confidence.LOW else Severity.LOW,
        confidence=sure,
        title="Text that speaks to the reviewer",
        explanation="It tells whoever reviews the code, or a language model, what to report. It changed nothing here, "
        "and may deceive another reader.",
        fix="Remove it, or find out who wanted it there.",
    )
