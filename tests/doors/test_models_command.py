"""`reviewbot models` as people run it."""

import json
from pathlib import Path

from command import Command

KEY = "sk-" + "fake" * 8


def test_it_lists_models_and_says_which_keys_are_set_but_never_a_key(
    reviewbot: Command, tmp_path: Path
) -> None:
    for kind in ("text", "json"):
        ran = reviewbot(
            "models", "--format", kind, cwd=tmp_path, DEEPSEEK_API_KEY=KEY, REVIEWBOT_API_KEY=f"{KEY}2"
        )
        assert (ran.code, ran.err) == (0, "")
        assert KEY not in ran.out
        assert "REVIEWBOT_API_KEY is set" in ran.out
    keys = {row["key_env"]: row["has_key"] for row in json.loads(ran.out)["models"]}
    assert keys == {
        "DEEPSEEK_API_KEY": True,
        "OPENAI_API_KEY": False,
        "ANTHROPIC_API_KEY": False,
        "GEMINI_API_KEY": False,
    }


def test_the_chosen_model_is_the_default_and_own_prices_hold(reviewbot: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[prices]\n"deepseek-flash" = [1, 0.5, 2]\n"ollama/llama3.3" = [0.1, 0.1, 0.1]\n'
    )
    ran = reviewbot(
        "models", "--config", "mine.toml", "--format", "json", cwd=tmp_path, REVIEWBOT_MODEL="anthropic"
    )
    prices = {row["name"]: row["price"] for row in (*ran.report["models"], *ran.report["any_model_of"])}
    assert ran.report["default"] == "claude-sonnet-5-5"
    assert prices["deepseek-flash"] == {"input": 1.0, "cached": 0.5, "output": 2.0, "cache_write": None}
    assert prices["ollama/llama3.3"]["input"] == 0.1
    assert "Your own prices hold for deepseek-flash, ollama/llama3.3." in ran.report["notes"]


def test_a_default_that_nobody_knows_is_named_as_it_is(reviewbot: Command, tmp_path: Path) -> None:
    ran = reviewbot(
        "models",
        cwd=tmp_path,
        REVIEWBOT_MODEL="ollama/mistral",
        REVIEWBOT_BASE_URL="https://models.example/v1",
    )
    assert "the default (*) is ollama/mistral" in ran.out
    assert "https://models.example/v1 is asked" in ran.out


def test_a_configuration_that_is_no_toml_is_a_mistake(reviewbot: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xff\xfe")
    assert reviewbot("models", "--config", "mine.toml", cwd=tmp_path).code == 2
    assert reviewbot("models", "--config", "none.toml", cwd=tmp_path).code == 2
