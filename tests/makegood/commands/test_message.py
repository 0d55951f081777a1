"""`makegood message`: a message that is ready to send, or a refusal that names each blank."""

import json
from pathlib import Path

import pytest

from makegood.cli import main

FACTS: dict[str, object] = {
    "side": "seller",
    "programme": "kingston-express",
    "problem": "damaged",
    "fulfilment": "platform",
    "inspection": "pending",
}
DAMAGED: dict[str, object] = {"side": "buyer", "programme": "kakobuy", "problem": "damaged", "reply": "not-contacted"}


def case(folder: Path, facts: dict[str, object] = FACTS, /, **more: object) -> str:
    file = folder / "case.json"
    file.write_text(json.dumps({**facts, **more}))
    return str(file)


def test_a_message_without_blanks_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["message", "kx-dispatched-reply", case(tmp_path, order_number="KX-1")]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("To: customer\nSubject: Your order KX-1\n\nHello,")
    assert "[" not in told.out
    assert told.err == ""


def test_a_message_with_blanks_is_refused_and_each_blank_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["message", "buyer-damage-claim", case(tmp_path, DAMAGED, order_number="KB-1")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    errors = json.loads(told.err)["errors"]
    assert "defect" in [error["fact"] for error in errors]
    assert all("the blank [" in error["message"] for error in errors)


def test_a_draft_may_have_blanks_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["message", "buyer-damage-claim", case(tmp_path, DAMAGED), "--draft"]) == 0
    told = capsys.readouterr()
    assert "[order number]" in told.out
    assert "Draft: order_number is not known" in told.err


@pytest.mark.parametrize("message", ["kx-refund-offer", "buyer-damage-claim"])
def test_a_message_that_the_case_does_not_allow_is_refused_with_those_that_it_allows(
    message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = case(tmp_path, order_number="KX-1", defect="torn", item_name="Cup")
    assert main(["message", message, told]) == 2
    refused = capsys.readouterr()
    assert refused.out == ""
    assert f"The message {message} does not fit this case. Use kx-" in json.loads(refused.err)["errors"][0]["message"]


def test_a_draft_of_a_message_that_the_case_does_not_allow_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["message", "kx-refund-offer", case(tmp_path, order_number="KX-1"), "--draft"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("To: customer\n")
    assert "Draft: The message kx-refund-offer does not fit this case." in told.err


def test_the_day_decides_which_message_fits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    waiting: dict[str, object] = {
        "side": "buyer",
        "programme": "other-marketplace",
        "problem": "not-received",
        "order_number": "1",
    }
    told = case(tmp_path, waiting, reply="not-contacted", estimated_delivery_on="2026-12-20", tracking_number="2")
    assert main(["message", "buyer-not-received", told, "--on", "2026-11-27"]) == 2
    capsys.readouterr()
    assert main(["message", "buyer-not-received", told, "--on", "2026-12-27"]) == 0


def test_a_value_that_looks_like_a_blank_is_printed_as_it_was_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {"order_number": "[defect]", "defect": "[order number]", "item_name": "Cup"}
    assert main(["message", "buyer-damage-claim", case(tmp_path, DAMAGED, **told)]) == 0
    printed = capsys.readouterr().out
    assert "Subject: Order [defect]: damaged item\n" in printed
    assert "[order number]" in printed


def test_a_claim_asks_for_what_is_fair_in_this_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts: dict[str, object] = {
        "side": "buyer",
        "programme": "kakobuy",
        "problem": "empty-package",
        "order_number": "KB-1",
    }
    assert main(["message", "buyer-empty-package-claim", case(tmp_path, facts, reply="not-contacted")]) == 0
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
