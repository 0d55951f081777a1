"""The command `makegood`: what it prints, where, and with which exit code."""

import errno
import json
import os
import sys
from datetime import date, timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from makegood.cli import main
from policy import answer
from policy.cases.schema import facts_schema
from policy.files.case_file import case_file_text
from policy.rendering.advice import advice_text
from tests.policy.given import TODAY, case

SELLER = {"side": "seller", "programme": "kingston-express", "problem": "damaged"}
ON = ("--on", "2026-11-21")


class Ran(NamedTuple):
    """How the command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[dict[str, Any]]:
        """The errors that standard error holds as JSON, and nothing else."""
        told = json.loads(self.err)
        assert list(told) == ["errors"]
        assert all(list(error) == ["fact", "value", "message"] for error in told["errors"])
        return list(told["errors"])

    @property
    def facts(self) -> list[str | None]:
        """The facts that the errors name."""
        return [error["fact"] for error in self.errors]


class Command:
    """Runs the command in this process, with an input of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, *arguments: str, given: object = None, raw: bytes | None = None) -> Ran:
        """Run it; `given` goes in as JSON, a text as it is, and `raw` as bytes."""
        text = given if isinstance(given, str) else "" if given is None else json.dumps(given)
        stdin = TextIOWrapper(BytesIO(text.encode() if raw is None else raw))
        self.monkeypatch.setattr(sys, "stdin", stdin)
        code = main(arguments)
        out, err = self.capsys.readouterr()
        return Ran(code, out, err)


@pytest.fixture
def makegood(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(monkeypatch, capsys)


def test_one_case_gets_one_advice_in_json(makegood: Command) -> None:
    ran = makegood("assess", "-", *ON, given=SELLER)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == answer(case(**SELLER), TODAY).as_data()


def test_the_dash_may_be_left_out(makegood: Command) -> None:
    assert makegood("assess", *ON, given=SELLER) == makegood("assess", "-", *ON, given=SELLER)


def test_a_case_can_come_from_a_file(makegood: Command, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(SELLER), encoding="utf-8")
    assert makegood("assess", str(file), *ON) == makegood("assess", "-", *ON, given=SELLER)


def test_a_case_file_that_the_checker_saved_is_answered_like_its_facts(makegood: Command) -> None:
    saved = case_file_text(case(**SELLER), answer(case(**SELLER), TODAY), TODAY, ["inspection"])
    alone = makegood("assess", *ON, given=SELLER)
    assert alone.code == 0
    assert makegood("assess", *ON, given=saved) == alone
    (line,) = makegood("assess", *ON, given=f"[{saved}]").out.splitlines()
    assert json.loads(line) == json.loads(alone.out)


@pytest.mark.parametrize(
    "text, sentence",
    [
        ('{"format": "something"}', "a file of another kind"),
        ('{"format": "makegood-case", "format_version": 3, "facts": {}}', "saved by a newer Makegood"),
        ('{"format": "makegood-case", "format_version": 1, "facts": {"side": "sellr"}}', "side cannot be “sellr”"),
        ('{"format": "makegood-case", "format_version": 2, "facts": {"side": "sellr"}}', "side cannot be “sellr”"),
    ],
)
def test_a_case_file_that_cannot_be_read_is_bad_input(makegood: Command, text: str, sentence: str) -> None:
    ran = makegood("assess", *ON, given=text)
    assert ran.code == 2
    assert sentence in ran.errors[0]["message"]


def test_a_file_may_start_with_a_byte_order_mark(makegood: Command) -> None:
    assert makegood("assess", *ON, raw=b"\xef\xbb\xbf" + json.dumps(SELLER).encode()).code == 0


def test_the_advice_can_be_had_as_text(makegood: Command) -> None:
    ran = makegood("assess", *ON, "--format", "text", given=SELLER)
    assert ran.code == 0
    assert ran.out == advice_text(answer(case(**SELLER), TODAY)).strip() + "\n"


def test_the_advice_can_be_had_as_html(makegood: Command) -> None:
    ran = makegood("assess", *ON, "--format", "html", given={**SELLER, "order_number": "<b>"})
    assert ran.code == 0
    assert ran.out.startswith('<div class="mg-advice"')
    assert ran.out.endswith("</div>\n")
    assert "<b>" not in ran.out


def test_letters_beyond_ascii_are_printed_as_they_are(makegood: Command) -> None:
    assert "商店" in makegood("assess", *ON, given={**SELLER, "order_number": "商店"}).out


@pytest.mark.parametrize("today, late", [("2026-11-21", False), ("2026-11-22", True)])
def test_on_says_which_day_is_today(makegood: Command, today: str, late: bool) -> None:
    ran = makegood("assess", "--on", today, given={**SELLER, "contacted_on": "2026-11-20"})
    assert ("kx-reply-clock-late" in ran.out) is late


def test_without_on_today_is_the_day_of_the_clock(makegood: Command) -> None:
    today = date.today()  # noqa: DTZ011  # the reader's own calendar, as the command reads it
    assert makegood("assess", given={"paid_on": str(today)}).code == 0
    assert makegood("assess", given={"paid_on": str(today + timedelta(days=2))}).facts == ["paid_on"]


@pytest.mark.parametrize("on", ["tomorrow", "21.11.2026", "2026-02-30", ""])
def test_a_day_that_does_not_exist_is_refused_as_today(makegood: Command, on: str) -> None:
    ran = makegood("assess", "--on", on, given=SELLER)
    assert (ran.code, ran.out) == (2, "")
    assert ran.facts == ["--on"]


def test_bad_facts_are_told_in_json_and_nothing_is_answered(makegood: Command) -> None:
    ran = makegood("assess", *ON, given={"side": "sellr", "colour": "red"})
    assert (ran.code, ran.out) == (2, "")
    assert set(ran.facts) == {"side", "colour"}


@pytest.mark.parametrize("form", ["text", "html"])
def test_bad_facts_are_told_in_sentences_where_the_answer_would_not_be_json(makegood: Command, form: str) -> None:
    ran = makegood("assess", *ON, "--format", form, given={"side": "sellr"})
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "side cannot be “sellr”. Use one of: buyer, seller.\n"


def test_bad_facts_are_told_in_json_where_json_was_asked_for(makegood: Command) -> None:
    assert makegood("assess", *ON, "--format=json", given={"side": "sellr"}).facts == ["side"]
    assert makegood("assess", *ON, "--format", "json", given={"side": "sellr"}).facts == ["side"]


def test_a_day_after_today_is_bad_input(makegood: Command) -> None:
    assert makegood("assess", *ON, given={"paid_on": "2026-11-21"}).code == 0
    ran = makegood("assess", *ON, given={"paid_on": "2026-11-22"})
    assert (ran.code, ran.facts) == (2, ["paid_on"])


def test_a_day_after_today_is_told_together_with_everything_else(makegood: Command) -> None:
    ran = makegood("assess", *ON, given={"paid_on": "2026-11-22", "side": "sellr"})
    assert set(ran.facts) == {"paid_on", "side"}


@pytest.mark.parametrize(
    "text",
    ["", " \n", "nonsense", "{", "[1", '"seller"', "null", "12", '{"side": "seller"', '{"side": "a", "side": "b"}'],
)
def test_what_is_no_case_is_bad_input(makegood: Command, text: str) -> None:
    ran = makegood("assess", *ON, given=text)
    assert (ran.code, ran.out) == (2, "")
    assert ran.errors


@pytest.mark.parametrize("text", ['{"label_weight_g": 1e999}', '{"side": -1e999}', '{"x": [1e999]}'])
def test_errors_are_json_that_every_program_can_read_even_for_numbers_without_end(makegood: Command, text: str) -> None:
    ran = makegood("assess", *ON, given=text)
    assert ran.code == 2
    assert "Infinity" not in ran.err


def test_input_that_is_not_utf_8_is_refused_with_the_place(makegood: Command) -> None:
    ran = makegood("assess", *ON, raw=b'{"defect": "\xe9"}')
    assert (ran.code, ran.facts) == (2, [None])
    assert "is not UTF-8 text (byte 12)" in ran.errors[0]["message"]


def test_a_file_that_is_not_there_is_bad_input(makegood: Command, tmp_path: Path) -> None:
    ran = makegood("assess", str(tmp_path / "none.json"))
    assert ran.code == 2
    assert f"none.json cannot be read: {os.strerror(errno.ENOENT)}." in ran.errors[0]["message"]


def test_a_folder_is_no_case(makegood: Command, tmp_path: Path) -> None:
    ran = makegood("assess", str(tmp_path))
    assert ran.code == 2
    assert "cannot be read" in ran.errors[0]["message"]


@pytest.mark.parametrize(
    "arguments",
    [(), ("advise",), ("assess", "--fast"), ("assess", "a", "b"), ("assess", "--on")],
    ids=" ".join,
)
def test_a_wrong_command_line_is_bad_input_like_any_other(makegood: Command, arguments: tuple[str, ...]) -> None:
    ran = makegood(*arguments, given=SELLER)
    assert (ran.code, ran.out) == (2, "")
    assert "--help" in ran.errors[0]["message"]


def test_a_form_that_does_not_exist_is_bad_input(makegood: Command) -> None:
    ran = makegood("assess", "--format", "pdf", given=SELLER)
    assert (ran.code, ran.out) == (2, "")
    assert [form for form in ("pdf", "json", "text", "html") if form not in ran.err] == []


def test_facts_prints_the_schema_of_a_case(makegood: Command) -> None:
    ran = makegood("facts")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == facts_schema()
    Draft202012Validator.check_schema(json.loads(ran.out))


@pytest.mark.parametrize("arguments", [("--help",), ("assess", "--help"), ("facts", "--help")], ids=" ".join)
def test_help_is_not_an_error(makegood: Command, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as done:
        makegood(*arguments)
    assert done.value.code == 0


@given(raw=st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_get_an_answer_or_exit_code_2_and_never_a_traceback(makegood: Command, raw: bytes) -> None:
    ran = makegood("assess", *ON, raw=raw)
    assert ran.code in {0, 2}
    assert bool(ran.out) is (ran.code == 0)
    assert bool(ran.err) is (ran.code == 2)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda smaller: (
        st.lists(smaller, max_size=3)
        | st.dictionaries(st.sampled_from(["side", "problem", "evidence", "paid_on"]) | st.text(max_size=9), smaller)
    ),
    max_leaves=10,
)


@given(value=JSON, lines=st.booleans(), form=st.sampled_from(["json", "text", "html"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_gets_an_answer_or_exit_code_2_and_never_a_traceback(
    makegood: Command, value: Any, lines: bool, form: str
) -> None:
    text = "\n".join([json.dumps(value)] * 2) if lines else json.dumps(value)
    ran = makegood("assess", *ON, "--format", form, given=text)
    assert ran.code in {0, 2}
    assert bool(ran.out) is (ran.code == 0)
    if ran.code == 2 and form == "json":
        assert ran.errors
