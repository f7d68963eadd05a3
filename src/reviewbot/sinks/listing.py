"""The models that one can choose: what `reviewbot models` shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Figures = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model under the name that `--model` takes.

    Prices are USD per million tokens: fresh input, cached input, output. `written` is the price of input that
    goes into a cache at a surcharge. `has_key` is None where none is needed. `endpoint` is a form to fill in
    if `fill_in`. `warning` is the sentence about its end, once that is near or past. `sends` are parameters
    beside the temperature.
    """

    name: str
    provider: str
    endpoint: str
    key_env: str = ""
    has_key: bool | None = None
    context: int = 0
    max_output: int = 0
    price: Figures | None = None
    written: float | None = None
    peak: Figures | None = None
    peak_hours_utc: tuple[tuple[int, int], ...] = ()
    json: str = "none"
    temperature: float | None = None
    thinking: str = ""
    sends: Mapping[str, Any] = field(default_factory=dict, hash=False)
    cached_in: str = ""
    retires: str = ""
    replaced_by: str = ""
    is_gone: bool = False
    warning: str = ""
    as_of: str = ""
    note: str = ""
    fill_in: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """`models` have names of their own; `examples` are of providers that serve any name."""

    models: tuple[ModelRow, ...]
    examples: tuple[ModelRow, ...]
    default: str
    as_of: str
    notes: tuple[str, ...] = ()
