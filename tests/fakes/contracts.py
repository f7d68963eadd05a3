"""What each provider documents of each model: what it takes, refuses, ignores, and charges.

Written from the documents of the providers, not from `models.toml`: each is the other's check.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto


class Temperature(Enum):
    """What comes of one that is sent."""

    ANY = auto()
    REFUSED = auto()
    REFUSED_WHILE_THINKING = auto()
    IGNORED_WHILE_THINKING = auto()
    DEGRADES = auto()
    """Answers get worse below 1."""
    VARIES = auto()
    """Nobody knows before asking."""


@dataclass(frozen=True, slots=True)
class Contract:
    """What a provider documents of one model.

    `formats` bind the reply, the best first. `limits` are the names of the output limit that count. `fields`
    are further ones that it heeds; of others, those in `refuses` and, if it is `strict`, all unknown ones are
    an error, the rest is ignored. `efforts` are the reasoning efforts that it takes, the default first.
    `context` is read in whole or answered with an error, unless it `cuts_silently`. `price` is USD per
    million tokens: fresh, cached, output, written. `gone` is the answer to a name that is served no more.
    """

    formats: tuple[str, ...] = ()
    limits: frozenset[str] = frozenset({"max_tokens"})
    fields: frozenset[str] = frozenset()
    refuses: frozenset[str] = frozenset()
    strict: bool = False
    temperature: Temperature = Temperature.ANY
    efforts: tuple[str, ...] = ()
    max_output: int = 1_000_000
    context: int = 1_000_000
    cuts_silently: bool = False
    blank_lines: float = 0.0
    cached_in: str = ""
    price: tuple[float, float, float, float] | None = None
    peak_factor: float = 1.0
    errors_in_a_list: bool = False
    tells_cost: bool = False
    gone: tuple[int, str] | None = None


_DEEPSEEK = Contract(
    formats=("json_object",),
    refuses=frozenset({"json_schema"}),
    fields=frozenset({"thinking"}),
    temperature=Temperature.IGNORED_WHILE_THINKING,
    max_output=384_000,
    blank_lines=0.1,
    cached_in="prompt_cache_hit_tokens",
    peak_factor=2.0,
)
_OPENAI = Contract(
    formats=("json_schema", "json_object"),
    limits=frozenset({"max_completion_tokens"}),
    refuses=frozenset({"max_tokens", "seed"}),
    fields=frozenset({"reasoning_effort"}),
    strict=True,
    temperature=Temperature.REFUSED_WHILE_THINKING,
    efforts=("medium", "none", "low", "high"),
    max_output=128_000,
    context=922_000,
    cached_in="prompt_tokens_details.cached_tokens",
)
_OPENAI_LEGACY = Contract(
    formats=("json_schema", "json_object"),
    limits=frozenset({"max_tokens", "max_completion_tokens"}),
    fields=frozenset({"seed"}),
    strict=True,
    max_output=16_384,
    context=128_000,
    cached_in="prompt_tokens_details.cached_tokens",
)
_SOL = replace(_OPENAI, temperature=Temperature.REFUSED, efforts=("medium", "low", "high"))
_CLAUDE = Contract(
    limits=frozenset({"max_tokens", "max_completion_tokens"}),
    temperature=Temperature.REFUSED,
    max_output=128_000,
)
_CLAUDE_SETTABLE = replace(_CLAUDE, temperature=Temperature.ANY, max_output=64_000)
_GEMINI = Contract(
    formats=("json_schema", "json_object"),
    fields=frozenset({"reasoning_effort"}),
    strict=True,
    temperature=Temperature.DEGRADES,
    efforts=("high", "low", "medium"),
    max_output=65_536,
    cached_in="prompt_tokens_details.cached_tokens",
    errors_in_a_list=True,
)
_OPENROUTER = Contract(
    formats=("json_object",),
    fields=frozenset({"provider"}),
    temperature=Temperature.VARIES,
    cached_in="prompt_tokens_details.cached_tokens",
    tells_cost=True,
    price=(0.10, 0.05, 0.30, 0.10),
)
_OWN = Contract(
    formats=("json_schema", "json_object"),
    fields=frozenset({"seed"}),
    price=(0.0, 0.0, 0.0, 0.0),
    context=16_384,
)
_OLLAMA = replace(_OWN, cuts_silently=True)


def _sold(contract: Contract, fresh: float, cached: float, output: float, written: float = 0.0) -> Contract:
    return replace(contract, price=(fresh, cached, output, written or fresh))


CONTRACTS: dict[str, Contract] = {
    "deepseek/deepseek-flash": _sold(_DEEPSEEK, 0.15, 0.003, 0.60),
    "deepseek/deepseek-v4-pro": _sold(_DEEPSEEK, 0.66, 0.022, 1.98),
    "openai/gpt-6-luna": _sold(_OPENAI, 0.10, 0.01, 0.50, 0.125),
    "openai/gpt-6.1-terra": _sold(_OPENAI, 1.00, 0.05, 5.00, 1.25),
    "openai/gpt-6.1-sol": _sold(_SOL, 2.00, 0.10, 10.00, 2.50),
    "openai/gpt-4o": _sold(_OPENAI_LEGACY, 2.50, 1.25, 10.00),
    "openai/gpt-4o-mini": _sold(_OPENAI_LEGACY, 0.15, 0.075, 0.60),
    "openai/gpt-4.1": _sold(replace(_OPENAI_LEGACY, max_output=32_768, context=1_047_576), 2.00, 0.50, 8.00),
    "openai/gpt-4.1-mini": _sold(
        replace(_OPENAI_LEGACY, max_output=32_768, context=1_047_576), 0.40, 0.10, 1.60
    ),
    "anthropic/claude-sonnet-5-5": _sold(_CLAUDE, 2.00, 2.00, 10.00),
    "anthropic/claude-haiku-5-5": _sold(_CLAUDE, 0.10, 0.10, 0.50),
    "anthropic/claude-sonnet-4-6": _sold(replace(_CLAUDE_SETTABLE, max_output=128_000), 3.00, 3.00, 15.00),
    "anthropic/claude-haiku-4-5": _sold(replace(_CLAUDE_SETTABLE, context=200_000), 1.00, 1.00, 5.00),
    "anthropic/claude-sonnet-4-5": _sold(replace(_CLAUDE_SETTABLE, context=200_000), 3.00, 3.00, 15.00),
    "gemini/gemini-3.8-flash": _sold(_GEMINI, 0.75, 0.075, 3.75),
    "gemini/gemini-3.5-flash-lite": _sold(_GEMINI, 0.30, 0.03, 2.50),
    "gemini/gemini-3.1-pro-preview": _sold(_GEMINI, 2.00, 0.20, 12.00),
    "gemini/gemini-2.5-pro": _GEMINI,
    "gemini/gemini-2.5-flash": _GEMINI,
    "deepseek/deepseek-chat": replace(_DEEPSEEK, gone=(400, "Model Not Exist")),
    "deepseek/deepseek-reasoner": replace(_DEEPSEEK, gone=(400, "Model Not Exist")),
    "gemini/gemini-2.0-flash": replace(_GEMINI, gone=(404, "models/gemini-2.0-flash is not found")),
    "gemini/gemini-2.0-flash-lite": replace(_GEMINI, gone=(404, "models/gemini-2.0-flash-lite is not found")),
    "gemini/gemini-2.0-pro": replace(_GEMINI, gone=(404, "models/gemini-2.0-pro is not found")),
    "openrouter/meta-llama/llama-3.3-70b-instruct": _OPENROUTER,
    "openrouter/deepseek/deepseek-v4-flash": _OPENROUTER,
    "azure/gpt-4o": _sold(_OPENAI_LEGACY, 2.50, 1.25, 10.00),
    "azure/gpt-6-luna": _sold(_OPENAI, 0.10, 0.01, 0.50, 0.125),
    "azure/our-deployment": replace(_OPENAI_LEGACY, temperature=Temperature.VARIES),
    "ollama/llama3.3": _OLLAMA,
    "ollama/llama3.1:8b": _OLLAMA,
    "ollama/qwen3-coder:30b": _OLLAMA,
    "vllm/meta-llama/Llama-3.3-70B-Instruct": _OWN,
    "vllm/meta-llama/Llama-3.1-8B-Instruct": _OWN,
    "llamacpp/llama-3.1-8b-instruct": _OWN,
}
