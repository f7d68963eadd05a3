"""Settings come from flags, then the environment, then a file; what cannot be right is an error."""

import pytest

from reviewbot.errors import UsageError
from reviewbot.findings import Severity
from reviewbot.settings import ConfigFile, Engine, load_settings


def repository(text: str, name: str = ".reviewbot.toml") -> ConfigFile:
    return ConfigFile(name, text)


def test_flags_outrank_the_environment_and_that_outranks_files() -> None:
    files = [ConfigFile("mine.toml", 'model = "from-file"\nconcurrency = 2\nattempts = 9', chosen=True)]
    environ = {"REVIEWBOT_MODEL": "from-environment", "REVIEWBOT_CONCURRENCY": "3"}
    settings = load_settings({"model": "from-flag", "engine": None}, environ, files)
    assert (settings.model, settings.concurrency, settings.attempts) == ("from-flag", 3, 9)


def test_the_first_file_outranks_the_second() -> None:
    files = [repository("attempts = 2"), repository("[tool.reviewbot]\nattempts = 5", "pyproject.toml")]
    assert load_settings({}, {}, files).attempts == 2


def test_pyproject_is_read_in_its_own_table_only() -> None:
    text = '[project]\nname = "x"\n[tool.reviewbot]\nfail_on = "critical"'
    assert load_settings({}, {}, [repository(text, "pyproject.toml")]).fail_on is Severity.CRITICAL


def test_a_pyproject_that_does_not_name_us_may_be_anything() -> None:
    assert ConfigFile("pyproject.toml", "a" + ".a" * 20 + " = 1\n").table() == {}


def test_without_anything_the_defaults_hold() -> None:
    settings = load_settings({}, {"PATH": "/bin"})
    assert (settings.engine, settings.fail_on) == (Engine.AUTO, Severity.MEDIUM)


@pytest.mark.parametrize("files", [[repository("modle = 1")], []])
def test_a_misspelt_key_is_an_error_that_knows_better(files: list[ConfigFile]) -> None:
    environ = {} if files else {"REVIEWBOT_MODLE": "x"}
    with pytest.raises(UsageError, match="modle") as caught:
        load_settings({}, environ, files)
    assert caught.value.hint == "did you mean model?"


@pytest.mark.parametrize("key", ["base_url", "api_key", "model"])
def test_a_repository_may_not_say_where_code_and_keys_go(key: str) -> None:
    with pytest.raises(UsageError):
        load_settings({}, {}, [repository(f'{key} = "https://collector.example"')])


def test_a_file_that_the_person_chose_may_name_an_endpoint_but_hold_no_key() -> None:
    chosen = ConfigFile("mine.toml", 'base_url = "https://models.example/v1"', chosen=True)
    assert load_settings({}, {}, [chosen]).base_url == "https://models.example/v1"
    with pytest.raises(UsageError, match="holds a key"):
        load_settings({}, {}, [ConfigFile("mine.toml", 'api_key = "x"', chosen=True)])


@pytest.mark.parametrize(
    "url",
    [
        "http://models.example/v1",
        "https://user@models.example",
        "file:///etc/passwd",
        "models.example",
        "https://",
    ],
)
def test_S19_an_unsafe_base_url_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="base_url"):
        load_settings({"base_url": url}, {})


@pytest.mark.parametrize(
    "url", ["https://models.example/v1", "http://127.0.0.1:9/v1", "http://[::1]:9", "http://localhost:1"]
)
def test_https_and_this_machine_are_fine(url: str) -> None:
    assert load_settings({"base_url": url}, {}).base_url == url


@pytest.mark.parametrize(
    "flags",
    [
        {"max_chunk_tokens": 3},
        {"concurrency": 0},
        {"fail_on": "dire"},
        {"engine": "psychic"},
        {"deadline": -1},
    ],
)
def test_a_value_that_cannot_be_right_is_named(flags: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=next(iter(flags))):
        load_settings(flags, {})


def test_a_broken_key_never_shows_in_the_message() -> None:
    with pytest.raises(UsageError) as caught:
        load_settings({"api_key": ["not", "a", "string", "k3y"]}, {})
    assert "k3y" not in caught.value.message


def test_the_key_is_not_shown_when_settings_are_printed() -> None:
    assert "s3cret" not in repr(load_settings({}, {"REVIEWBOT_API_KEY": "s3cret"}))


def test_a_key_without_end_is_refused_at_once() -> None:
    with pytest.raises(UsageError, match=r"\.reviewbot\.toml is not TOML: line 1 has a key of more than"):
        load_settings({}, {}, [repository("a." * 100_000 + "a = 1")])


def test_a_file_that_is_not_toml_is_named() -> None:
    with pytest.raises(UsageError, match=r"\.reviewbot\.toml is not TOML"):
        load_settings({}, {}, [repository("= =")])


@pytest.mark.parametrize("text", [f"attempts = {'9' * 5_000}", "attempts = " + "[" * 5_000])
def test_toml_without_measure_is_an_error_too(text: str) -> None:
    with pytest.raises(UsageError, match="is not TOML"):
        load_settings({}, {}, [repository(text)])


def test_a_table_that_is_no_table_is_an_error_too() -> None:
    with pytest.raises(UsageError, match="table"):
        load_settings({}, {}, [repository("tool = 3  # reviewbot", "pyproject.toml")])
