"""A template tells what it looks at, and a template that cannot be used is a sentence with its file and its line."""

import pytest

from makegood.checkout import ROOT
from policy.facts import BY_NAME
from policy.language.authored import AuthoredError
from policy.language.kinds import Items
from policy.messages.templates import Look, message_templates, read_template

HEAD = """---
title = "An example"
language = "en"
to = "customer"
subject = "Order {{ order_number }}"
cites = ["KX-72"]
---
"""
PARTS = {
    path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "policy" / "messages" / "parts").glob("*.jinja")
}
LINE = HEAD.count("\n") + 1
"""The line on which a body below this head begins."""


def looks(body: str) -> dict[str, Look]:
    """What a template with this body looks at."""
    return dict(read_template("example", HEAD + body).looks_at)


def test_a_template_looks_at_the_facts_of_subject_and_body_in_the_order_of_the_vocabulary() -> None:
    assert list(looks("{{ item_name }} {% if problem == 'damaged' %}{{ side }}{% endif %}")) == [
        "side",
        "problem",
        "order_number",
        "item_name",
    ]


def test_a_word_that_only_looks_like_a_fact_is_none() -> None:
    assert list(looks('The evidence is "qc-photos" in evidence.')) == ["order_number"]


def test_the_items_that_it_looks_for_are_told() -> None:
    first = '{% if "qc-photos" in evidence or not "unboxing-video" in evidence %}a'
    found = looks(first + '{% elif "qc-photos" not in evidence %}b{% endif %}')
    assert found["evidence"].items == ("qc-photos", "unboxing-video")


def test_a_fact_that_it_asks_for_first_is_not_needed() -> None:
    found = looks("{% if item_name %}{{ item_name }}{% endif %} {{ defect }}")
    assert {name: look.is_needed for name, look in found.items()} == {
        "order_number": True,
        "item_name": False,
        "defect": True,
    }


def test_whether_it_says_what_is_asked_for_is_told() -> None:
    assert read_template("example", f"{HEAD}{{% if request %}}a{{% endif %}}").asks
    assert not read_template("example", f"{HEAD}my request").asks


def test_the_words_between_the_facts_are_told() -> None:
    assert read_template("example", f"{HEAD}One {{{{ side }}}} two.").texts == ("Order ", "One ", " two.")


@pytest.mark.parametrize("message", message_templates())
def test_every_item_that_a_message_looks_for_is_one_of_its_fact(message: str) -> None:
    for look in message_templates()[message].looks_at.values():
        known = [value.name for value in look.fact.values] if isinstance(look.fact, Items) else []
        assert set(look.items) <= set(known)
        assert look.fact is BY_NAME[look.fact.name]


@pytest.mark.parametrize(
    "body, sentence",
    [
        ("{{ ordernumber }}", "“ordernumber” is no fact. Did you mean order_number?"),
        ("{% if problm == 'damaged' %}{% endif %}", "“problm” is no fact. Did you mean problem?"),
        ("{% if problem == 'empty package' %}{% endif %}", "“empty package” is no value of problem."),
        ("{% if problem in ['damaged', 'lost'] %}{% endif %}", "“lost” is no value of problem."),
        ("{% if 'video' in evidence %}{% endif %}", "“video” is no value of evidence."),
        ("{{ evidence }}", 'evidence is a list. Look for an item of it, as in "order-number" in evidence.'),
        ("{% if 'x' in problem %}{% endif %}", "problem is no list. Print it, or ask whether it is known."),
        ("{% if item_name == 'cup' %}{% endif %}", "item_name has no fixed values. Print it, or ask"),
        ("{{ item_name | upper }}", "A message can print a fact, ask whether it is known, and compare it with values"),
        ("{{ ''.__class__.__mro__ }}", "A message can print a fact"),
        ("{{ order_number.format.__globals__ }}", "A message can print a fact"),
        ("{% for word in item_name %}{% endfor %}", "A message can print a fact"),
        ("{% if side %}", "Unexpected end of template."),
        ("{{ side", "unexpected end of template, expected 'end of print statement'"),
    ],
)  # fmt: skip
def test_what_a_body_cannot_say_is_told_with_file_and_line(body: str, sentence: str) -> None:
    with pytest.raises(AuthoredError) as raised:
        looks(f"Hello\n\n{body}")
    place, _, told = str(raised.value).partition(": ")
    assert place == f"policy/messages/example.jinja, line {LINE + 2}"
    assert told.startswith(sentence)


def test_what_several_messages_say_stands_in_the_place_where_it_is_included() -> None:
    part = PARTS["buyer-wrote"]
    made = read_template("example", f'{HEAD}Hello\n{{% include "buyer-wrote" %}}\nThank you.')
    assert made.source == f"{HEAD}Hello\n{part}Thank you."
    assert "contacted_on" in made.looks_at


def test_each_part_is_one_that_several_messages_say() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "policy" / "messages").glob("*.jinja")]
    assert PARTS
    for name in PARTS:
        assert sum(f'{{% include "{name}" %}}' in source for source in sources) > 1, name


def test_a_part_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(AuthoredError, match=r"line 10: “buyer-wrot” is no part\. Did you mean buyer-wrote\?"):
        looks('Hello\n\n{% include "buyer-wrot" %}')


def test_what_is_wrong_below_a_part_is_told_with_the_line_of_its_own_file() -> None:
    with pytest.raises(AuthoredError, match=r"^policy/messages/example\.jinja, line 10: “order” is no fact"):
        looks('Hello\n{% include "buyer-attached" %}\n{{ order }}')


@pytest.mark.parametrize(
    "replaced, by, sentence",
    [
        (HEAD, "Hello", "It needs a head: title, language, to, subject, cites, between"),
        ("---\ntitle", "title", "It needs a head"),
        ('title = "An example"\n', "", "in the head: title is missing. It needs title, language, to, subject, cites."),
        ("language =", "lang =", "in the head: lang is nothing that it can have. Did you mean language?"),
        ('"en"', "en", "The head is no TOML: Invalid value (at line 3, column 12)."),
        ('"An example"', '" "', "in the head: title must be words in quotes, like"),
        ('"customer"', "1", "in the head: to must be words in quotes"),
        ('["KX-72"]', '"KX-72"', 'in the head: cites must be a list of texts, like ["one", "two"].'),
        ('["KX-72"]', "[]", "in the head: cites must be a list of texts"),
        ("{{ order_number }}", "{{ order }}", "line 5: “order” is no fact."),
        ("cites =", 'note = "x"\ncites =', "in the head: note is nothing that it can have."),
    ],
)
def test_a_head_that_cannot_be_used_is_told_with_its_file(replaced: str, by: str, sentence: str) -> None:
    with pytest.raises(AuthoredError) as raised:
        read_template("example", (HEAD + "Hello").replace(replaced, by))
    assert str(raised.value).startswith("policy/messages/example.jinja")
    assert str(raised.value).removeprefix("policy/messages/example.jinja").lstrip(":, ").startswith(sentence)


def test_a_message_that_cites_what_does_not_exist_is_told_with_its_file() -> None:
    made = read_template("example", HEAD.replace("KX-72", "KX-720"))
    with pytest.raises(AuthoredError, match="“KX-720” is no source"):
        _ = made.side
