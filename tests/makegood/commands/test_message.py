"""`makegood message`: a message that is ready to send, or a refusal that names each blank."""

import json
from pathlib import Path

import pytest

from makegood.cli import main

FACTS = {"side": "seller", "programme": "kingston-express", "fulfilment": "platform", "inspection": "pending"}


def case(folder: Path, **facts: object) -> str:
    file = folder / "case.json"
    file.write_text(json.dumps({**FACTS, **facts}))
    return str(file)


def test_a_message_without_blanks_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["message", "kx-dispatched-reply", case(tmp_path, order_number="KX-1")]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("To: customer\nSubject: Your order KX-1\n\nHello,")
    assert "[" not in printed


def test_a_message_with_blanks_is_refused_and_each_blank_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["message", "buyer-not-received", case(tmp_path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    errors = json.loads(told.err)["errors"]
    assert [error["fact"] for error in errors] == ["order_number", "tracking_number"]
    assert "[tracking number]" in errors[1]["message"]


def test_a_draft_may_have_blanks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["message", "buyer-not-received", case(tmp_path), "--draft"]) == 0
    assert "[tracking number]" in capsys.readouterr().out


def test_a_value_that_looks_like_a_blank_is_printed_as_it_was_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {"order_number": "[defect]", "defect": "[order number]"}
    assert main(["message", "buyer-damage-claim", case(tmp_path, **told)]) == 0
    printed = capsys.readouterr().out
    assert "Subject: Order [defect]: damaged item\n" in printed
    assert "Problem: [order number]\n" in printed


def test_a_claim_asks_for_what_is_fair_in_this_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = {"side": "buyer", "programme": "kakobuy", "problem": "empty-package", "order_number": "KB-1"}
    file = tmp_path / "case.json"
    file.write_text(json.dumps(facts))
    assert main(["message", "buyer-empty-package-claim", str(file)]) == 0
    assert "I ask for a full refund or the item to be sent again." in capsys.readouterr().out


def test_an_unknown_message_is_refused_with_those_that_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["message", "no-such-message", case(tmp_path)]) == 2
    [error] = json.loads(capsys.readouterr().err)["errors"]
    assert "no-such-message" in error["message"]
    assert "kx-dispatched-reply" in error["message"]


def test_a_wrong_case_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["message", "kx-dispatched-reply", case(tmp_path, problem="lost")]) == 2
    assert json.loads(capsys.readouterr().err)["errors"][0]["fact"] == "problem"
