"""The runner of ours does what GitHub's does, as far as it goes, and refuses the rest."""

from pathlib import Path

import pytest

from fakes.action_runner import Job, evaluate, read_pairs

HEADER = "name: x\ndescription: x\n"
ECHO = """\
inputs:
  word: {description: w, default: "hello"}
outputs:
  said: {description: s, value: "${{ steps.say.outputs.said }}"}
runs:
  using: composite
  steps:
    - id: say
      shell: bash
      env: {WORD: "${{ inputs.word }}", WHERE: "${{ runner.temp }}"}
      run: |
        echo "said=$WORD" >> "$GITHUB_OUTPUT"
        echo "in $(pwd)" >> "$GITHUB_STEP_SUMMARY"
        false | true
        echo "not reached"
    - id: never
      shell: bash
      run: echo "never"
"""


def job(folder: Path, action: str) -> Job:
    file = folder / "action.yml"
    file.write_text(HEADER + action)
    (folder / "workspace").mkdir()
    return Job(folder / "runner", file, folder / "workspace", {"PATH": "/usr/bin:/bin"})


def test_steps_run_in_bash_until_one_fails_and_outputs_are_kept(tmp_path: Path) -> None:
    done = job(tmp_path, ECHO).run({"word": "well; $(touch here)"})
    assert done.code == 1
    assert done.outputs == {"said": "well; $(touch here)"}
    assert done.summary == f"in {tmp_path / 'workspace'}\n"
    assert "never" not in done.log
    assert "not reached" not in done.log
    assert not list((tmp_path / "workspace").iterdir())


def test_an_input_that_nobody_declared_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no inputs"):
        job(tmp_path, ECHO).run({"wrod": "x"})


@pytest.mark.parametrize(
    ("old", "new", "match"),
    [
        ('echo "never"', "echo ${{ inputs.word }}", "injection"),
        ("${{ inputs.word }}", "${{ format('x') }}", "cannot evaluate"),
        ("shell: bash\n      run: echo", "if: always()\n      shell: bash\n      run: echo", "does not know"),
    ],
)
def test_what_it_does_not_know_is_refused(tmp_path: Path, old: str, new: str, match: str) -> None:
    changed = ECHO.replace("false | true", "true").replace(old, new)
    with pytest.raises(AssertionError, match=match):
        job(tmp_path, changed).run()


def test_an_output_that_no_step_has_set_is_empty_and_an_unknown_context_is_refused() -> None:
    assert evaluate("a ${{ steps.x.outputs.y }} b", {}) == "a  b"
    with pytest.raises(KeyError):
        evaluate("${{ github.actor }}", {})


def test_S16_outputs_of_many_lines_stand_between_delimiters(tmp_path: Path) -> None:
    file = tmp_path / "output"
    file.write_text("a=1\nb<<END\nx\nc=3\nEND\nd=4=5\n")
    assert read_pairs(file) == {"a": "1", "b": "x\nc=3", "d": "4=5"}
    file.write_text("b<<END\nx\n")
    with pytest.raises(AssertionError, match="never comes back"):
        read_pairs(file)
