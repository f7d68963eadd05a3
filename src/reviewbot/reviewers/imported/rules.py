"""The rule behind a result, wherever its scanner has written it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reviewbot.reviewers.imported.document import at, items, number, table, tables, text

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of a run: those of the driver, and of each of its extensions."""

    books: tuple[tuple[Table, ...], ...]
    by_id: Mapping[str, Table]

    @classmethod
    def of(cls, run: Mapping[str, Any]) -> "Rulebook":
        """All rules that a run describes; of two with one id the driver's counts."""
        parts = (table(run, "tool", "driver"), *tables(table(run, "tool"), "extensions"))
        books = tuple(tuple(map(table, items(part, "rules"))) for part in parts)
        by_id = {text(rule, "id"): rule for book in reversed(books) for rule in reversed(book)}
        return cls(books, by_id)

    def id_of(self, result: Mapping[str, Any]) -> str:
        """The id of the rule that a result is about; "" if it does not say."""
        named = text(result, "ruleId", 200) or text(table(result, "rule"), "id", 200)
        return named or text(self.rule_of(result), "id", 200)

    def rule_of(self, result: Mapping[str, Any]) -> Table:
        """What is known of the rule; an empty table if nothing is.

        `CA1000/1` is a part of `CA1000`.
        """
        named = text(result, "ruleId", 200) or text(table(result, "rule"), "id", 200)
        found = self.by_id.get(named) or self.by_id.get(named.rpartition("/")[0])
        return found or self._numbered(result)

    def _numbered(self, result: Mapping[str, Any]) -> Table:
        reference = table(result, "rule")
        extension = number(table(reference, "toolComponent"), "index")
        book = at(list(self.books), 0 if extension is None else extension + 1)
        index = number(reference, "index") if reference else number(result, "ruleIndex")
        return table(at(list(book), index)) if isinstance(book, tuple) else {}


def message_of(result: Mapping[str, Any], rule: Mapping[str, Any]) -> str:
    """What a result says, with its arguments put in; "" if it says nothing."""
    message = table(result, "message")
    words = text(message, "text") or text(table(rule, "messageStrings", text(message, "id")), "text")
    for index, argument in enumerate(items(message, "arguments")[:20]):
        if isinstance(argument, str):
            words = words.replace(f"{{{index}}}", text({"": argument}, "", 200))
    return words or text(message, "markdown")
