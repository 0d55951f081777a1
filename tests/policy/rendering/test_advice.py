"""Advice, questions and errors as HTML and as text: nothing that somebody typed becomes markup."""

import re
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser

import pytest

from makegood.whole_cases import CaseFile, case_files
from policy import answer
from policy.cases.case import parse_case
from policy.cases.errors import FactError
from policy.days import days_left
from policy.facts import FACTS
from policy.language.kinds import Text
from policy.language.outcomes import ASK_WORDS, PARTY_WORDS, STRENGTH_WORDS, Ask, Party, Strength
from policy.rendering.advice import advice_html, advice_text, errors_html
from tests.policy.given import TODAY, case

MARKUP = "<img src=x onerror=alert(1)>\"'&<script>"
SELLER = {"side": "seller", "programme": "kingston-express", "problem": "damaged"}
PENDING = {**SELLER, "fulfilment": "platform", "inspection": "pending"}
VOID = {"input", "br", "img", "meta", "link", "hr"}


class Page(HTMLParser):
    """Reads HTML as strictly as we write it: every element that opens closes again, in its place."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, attribute: str) -> list[str]:
        """The values of one attribute, wherever it stands."""
        return [value or "" for _, attributes in self.tags if (value := attributes.get(attribute)) is not None]


def html_of(facts: Mapping[str, object], *, root: str | None = None, today: date = TODAY, prefix: str = "one") -> str:
    made = case(**facts)
    return advice_html(answer(made, today), made, today=today, root=root, prefix=prefix)


@pytest.mark.parametrize("fact", [fact.name for fact in FACTS if isinstance(fact, Text)])
def test_markup_in_a_free_text_stays_text(fact: str) -> None:
    html = html_of({**PENDING, fact: MARKUP})
    page = Page(html)
    assert "<img" not in html
    assert "<script" not in html
    assert not {"img", "script"} & {tag for tag, _ in page.tags}
    assert MARKUP in page.all("value")


def test_markup_in_a_fact_is_shown_in_the_message_as_it_was_typed() -> None:
    assert f"order {MARKUP}" in Page(html_of({**PENDING, "order_number": MARKUP})).words


def test_markup_in_an_error_stays_text() -> None:
    html = errors_html([FactError(None, MARKUP, f"{MARKUP} is not a fact.")], prefix="one")
    assert "<img" not in html
    assert MARKUP in Page(html).words


@pytest.mark.parametrize("case_file", case_files(), ids=lambda case_file: case_file.name)
def test_every_case_file_makes_html_that_is_closed_has_unique_ids_and_points_only_to_them(case_file: CaseFile) -> None:
    made = parse_case(case_file.facts)
    assert not isinstance(made, list)
    page = Page(advice_html(answer(made, case_file.on), made, today=case_file.on, prefix="one"))
    assert len(set(page.all("id"))) == len(page.all("id"))
    assert set(page.all("data-copy")) | set(page.all("for")) <= set(page.all("id"))
    assert all(name.startswith("one-") for name in page.all("id"))


def test_every_line_of_the_advice_stands_in_the_html_and_in_the_text() -> None:
    made = case(**PENDING, contacted_on="2026-11-20", claim_doubtful="yes", international="yes", order_number="KX-1")
    advice = answer(made, TODAY)
    html, text = Page(advice_html(advice, made)).words, advice_text(advice)
    lines = (*advice.steps, *advice.avoid, *advice.evidence.needed, *advice.warnings)
    messages = [text for message in advice.messages for text in (message.subject, message.body)]
    for words in (advice.headline, advice.responsible.text, advice.remedy.text, advice.ladder.now, *messages):
        assert words in html
        assert words in text
    for line in lines:
        assert line.text in html
        assert f"{line.text}" in text
        assert all(cite in text for cite in line.cites)


def test_with_the_way_to_the_top_every_source_is_a_link_and_all_rules_are_one_away() -> None:
    page = Page(html_of(PENDING, root="../../"))
    cites = [attributes for tag, attributes in page.tags if attributes.get("class") == "mg-cite" and tag == "a"]
    assert cites
    assert all(re.fullmatch(r"\.\./\.\./policy/sources/#[a-z]+(-[a-z]+)?-\d+", str(cite["href"])) for cite in cites)
    assert all(str(cite["aria-label"]).startswith("Source ") for cite in cites)
    made = answer(case(**PENDING), TODAY)
    links = page.all("href")
    assert "../../policy/rules/" in links
    assert {f"../../policy/sources/#{cite.lower()}" for cite in made.cites} <= set(links)


def test_why_an_answer_is_what_it_is_is_told_in_the_readers_words_and_not_in_ids() -> None:
    html = html_of(PENDING, root="")
    because = html[html.index("Why this answer") :]
    for sentence in ("You sold it.", "The order went through Kingston Express.", "It arrived damaged."):
        assert f"<li>{sentence}</li>" in because
    assert not [rule for rule in answer(case(**PENDING), TODAY).rules if rule in because]


def test_a_day_and_a_text_that_are_blank_say_how_they_are_filled() -> None:
    refused = {"side": "buyer", "programme": "shop", "problem": "return", "return_state": "lost", "reply": "refused"}
    html = html_of({**refused, "paid_with": "credit-card"})
    assert '<mark class="mg-blank" data-day="contacted_on">' in html
    assert '<mark class="mg-blank" data-text="order_number">' in html


def test_an_empty_way_to_the_top_still_makes_links() -> None:
    assert 'href="policy/sources/#kx-10"' in html_of(PENDING, root="")


def test_without_the_way_to_the_top_sources_are_named_and_nothing_is_a_link() -> None:
    html = html_of(PENDING)
    assert "href" not in html
    assert "KX-10" in Page(html).words


def test_a_blank_is_marked_in_the_message_and_can_be_filled_beside_it() -> None:
    html = html_of(PENDING)
    assert html.count('<mark class="mg-blank" data-text="order_number">[order number]</mark>') == 2
    assert [tag["name"] for name, tag in Page(html).tags if tag.get("type") == "text"] == ["order_number"]
    assert "Still blank: order number." in Page(html).words


def test_a_blank_that_was_filled_is_no_longer_marked_but_can_still_be_changed() -> None:
    page = Page(html_of({**PENDING, "order_number": "KX-1"}))
    assert "mark" not in {tag for tag, _ in page.tags}
    assert [tag["value"] for name, tag in page.tags if tag.get("type") == "text"] == ["KX-1"]


def test_a_blank_that_only_a_day_fills_has_a_field_for_it() -> None:
    buyer = {
        "side": "buyer",
        "programme": "etsy",
        "problem": "damaged",
        "reply": "waiting",
        "platform_case": "none",
        "contacted_on": "2026-11-19",
    }
    [field] = [tag for _, tag in Page(html_of(buyer)).tags if tag.get("id") == "one-fill-contacted_on"]
    assert (field["name"], field["type"], field["value"]) == ("contacted_on", "date", "2026-11-19")


@pytest.mark.parametrize("typed", [{}, {"video_timestamp": "0:45"}])
def test_what_only_adds_to_a_message_has_a_field_that_says_so(typed: dict[str, str]) -> None:
    made = case(side="buyer", programme="kakobuy", problem="damaged", evidence=["unboxing-video"], **typed)
    text = advice_html(answer(made, TODAY), made, today=TODAY)
    labels = re.findall(r'<label for="advice-fill-([a-z_]+)">([^<]*)</label>', text)
    assert [(name, label.endswith("(optional)")) for name, label in labels] == [
        ("order_number", False),
        ("item_name", True),
        ("defect", False),
        ("video_timestamp", True),
        ("items_affected", True),
    ]


def test_each_blank_that_is_named_below_a_message_leads_to_its_field() -> None:
    page = Page(html_of(PENDING))
    assert page.all("data-to") == ["order_number"]
    assert set(page.all("data-to")) <= set(page.all("name"))


def test_a_message_can_be_opened_in_a_mail_program_with_its_subject() -> None:
    page = Page(html_of(PENDING))
    assert page.all("data-mail") == page.all("data-copy")
    assert {f"{body}-subject" for body in page.all("data-mail")} <= set(page.all("id"))


def test_words_of_the_customer_that_look_like_a_blank_are_not_taken_for_one() -> None:
    html = html_of({**PENDING, "order_number": "[order number]"})
    assert "<mark" not in html


def test_what_is_typed_like_a_blank_that_is_still_there_stays_text() -> None:
    facts = {"side": "buyer", "programme": "kingston-express", "problem": "damaged", "reply": "not-contacted"}
    html = html_of({**facts, "defect": "[order number]"})
    assert (
        html.count('<mark class="mg-blank" data-text="order_number">[order number]</mark>') == 2
    )  # in the subject, and in the body
    assert "Problem: [order number]\n" in html


@pytest.mark.parametrize("today, late", [(date(2026, 11, 21), False), (date(2026, 11, 22), True)])
def test_a_day_is_marked_late_only_after_it_has_passed(today: date, late: bool) -> None:
    html = html_of({**PENDING, "contacted_on": "2026-11-20"}, today=today)
    assert ("mg-deadline--late" in html) is late
    assert '<time datetime="2026-11-21">21 November 2026</time>' in html


@pytest.mark.parametrize(
    "today, words",
    [
        (date(2026, 11, 18), "3 days left"),
        (date(2026, 11, 20), "tomorrow is the last day"),
        (date(2026, 11, 21), "today is the last day"),
        (date(2026, 11, 22), "ended yesterday"),
        (date(2026, 11, 24), "ended 3 days ago"),
    ],
)
def test_a_time_limit_says_how_many_days_are_left(today: date, words: str) -> None:
    assert days_left(date(2026, 11, 21), today) == words


def test_a_time_limit_that_has_ended_says_at_its_place_and_only_there_what_is_still_possible() -> None:
    html = html_of({**PENDING, "contacted_on": "2026-11-10"})
    assert html.count('data-rule="kx-reply-clock-late"') == 1
    assert html.index("kx-reply-clock-late") < html.index("mg-section--ladder")
    assert "ended 10 days ago" in Page(html).words


def test_a_day_that_nobody_knows_is_told_as_such() -> None:
    assert "the last day is not known yet" in Page(html_of(PENDING)).words
    assert "the last day is not known yet" in advice_text(answer(case(**PENDING), TODAY))


def test_errors_link_to_their_fields_where_there_is_a_form() -> None:
    error = FactError("side", "sellr", "side cannot be “sellr”.")
    page = Page(errors_html([error], prefix="one"))
    assert page.all("href") == ["#one-side"]
    assert page.all("data-to") == page.all("data-forget") == ["side"]
    assert Page(errors_html([error])).all("href") == []


def test_where_there_is_a_form_an_error_names_the_question_and_no_fact() -> None:
    error = FactError("contacted_on", "x", "contacted_on cannot be “x”.", "“x” is no day.")
    words = Page(errors_html([error], prefix="one", side="seller")).words
    assert "On which day did the customer first write to you?" in words
    assert "“x” is no day." in words
    assert "contacted_on" not in words
    assert "contacted_on" in Page(errors_html([error])).words


@pytest.mark.parametrize("count, words", [(1, "One entry does not fit"), (2, "Some entries do not fit")])
def test_one_error_is_told_from_several(count: int, words: str) -> None:
    assert words in Page(errors_html([FactError("side", "x", "No.")] * count)).words


def test_two_checkers_on_one_page_share_no_id() -> None:
    one, two = Page(html_of(PENDING, prefix="one")), Page(html_of(PENDING, prefix="two"))
    assert not set(one.all("id")) & set(two.all("id"))


def test_plain_text_has_no_markup_and_escapes_nothing() -> None:
    text = advice_text(answer(case(**PENDING, order_number="<b>&"), TODAY))
    assert "order <b>&" in text
    assert "&amp;" not in text
    assert "<p" not in text


def test_every_value_that_can_stand_in_an_answer_has_words() -> None:
    assert set(ASK_WORDS) == set(Ask)
    assert set(PARTY_WORDS) == set(Party)
    assert set(STRENGTH_WORDS) == set(Strength)


def test_the_same_case_on_the_same_day_makes_the_same_bytes() -> None:
    assert html_of(PENDING) == html_of(dict(reversed(PENDING.items())))
