"""The tools below an answer, used as a person uses them, on a phone and on a desktop; what is saved is read again."""

import json
import struct
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Download, Locator, Page, expect

from makegood.cli import main
from policy import answer
from policy.files.case_file import Opened, open_case_file
from policy.files.report import report_text
from tests.browser.test_accessibility import violations
from tests.conftest import OpenPage
from tests.policy.given import case
from tests.support.pages import Problems, opened
from tests.support.reader import Reader
from tests.support.server import SiteServer

SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1440, "height": 900}}
TODAY = date(2026, 11, 21)
FACTS: dict[str, Any] = {
    "side": "seller",
    "programme": "kingston-express",
    "problem": "damaged",
    "fulfilment": "platform",
    "inspection": "pending",
    "contacted_on": "2026-11-20",
    "order_number": "KX-ORDER",
}

# Chromium's own print dialog cannot be closed by a test; the page is looked at as it goes to it.
NO_DIALOG = "window.print = () => {};"


class Person:
    """Somebody with a case and a page, who uses the tools below the answer."""

    def __init__(self, page: Page, path: str = "check/", facts: dict[str, Any] | None = None) -> None:
        self.page = page
        page.add_init_script(NO_DIALOG)
        self.reader = Reader(page, path, TODAY)
        self.reader.tell(FACTS if facts is None else facts)
        self.checker = self.reader.checker

    def fold(self, title: str) -> Locator:
        """Open one of the tools, and give the part of the page that it has."""
        box = self.checker.locator("details[data-tool-box]").filter(has=self.page.locator("summary", has_text=title))
        if box.get_attribute("open") is None:
            box.locator("summary").click()
        return box

    def save(self, button: str) -> Download:
        """Press a button that saves a file."""
        with self.page.expect_download() as saved:
            self.checker.get_by_role("button", name=button).click()
        return saved.value

    def text(self, button: str) -> str:
        """Press a button that saves a file, and read it."""
        return Path(self.save(button).path()).read_bytes().decode()

    def open(self, text: str, name: str = "case.json") -> Locator:
        """Choose a case file, and give the place where the page says what became of it."""
        box = self.fold("Save my case")
        file: Any = {"name": name, "mimeType": "application/json", "buffer": text.encode()}
        box.get_by_label("Open a case file").set_input_files(file)
        return box.locator("[data-tool-part=said]")

    def facts(self) -> dict[str, Any]:
        """Give what the checker knows of the case."""
        known: dict[str, Any] = self.checker.evaluate("(element) => element.facts")
        return known


@pytest.fixture(scope="module", params=SIZES)
def person(request: pytest.FixtureRequest, browser: Browser, built_site: Path) -> Iterator[Person]:
    """A person who has answered a case; several tests share the page, because Python takes seconds to start."""
    with SiteServer(built_site) as server:
        problems = Problems(origin=server.url.rstrip("/"))
        with opened(browser, server.url, problems, viewport=SIZES[request.param]) as page:
            yield Person(page)
    assert problems.unexpected() == []


@pytest.fixture
def somebody(new_page: OpenPage) -> Person:
    """A person with a page of their own."""
    return Person(new_page(viewport=SIZES["phone"]))


def photo(taken: str) -> bytes:
    """Make a JPEG of no size in which a camera wrote when it was taken."""
    time = taken.encode() + b"\0"
    exif = b"MM\0*" + struct.pack(">I", 8)
    exif += struct.pack(">H HHII I", 1, 0x8769, 4, 1, 26, 0)
    exif += struct.pack(">H HHII I", 1, 0x9003, 2, len(time), 44, 0) + time
    body = b"Exif\0\0" + exif
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + b"\xff\xd9"


class TestTheCalendar:
    def test_the_last_day_is_in_the_file_and_a_second_file_has_the_same_ids(self, person: Person) -> None:
        first, second = (
            Calendar.from_ical(person.text("Save the last days for my calendar")).walk("VEVENT") for _ in range(2)
        )
        assert [event.decoded("DTSTART") for event in first] == [date(2026, 11, 21)]
        assert [event["UID"] for event in first] == [event["UID"] for event in second]
        expect(person.checker.locator("[data-tool-part=said]").first).to_contain_text("makegood-deadlines.ics")

    def test_it_is_saved_with_the_keyboard_alone(self, person: Person) -> None:
        person.checker.locator("[data-tool=print]").focus()
        person.page.keyboard.press("Shift+Tab")
        with person.page.expect_download() as saved:
            person.page.keyboard.press("Enter")
        assert saved.value.suggested_filename == "makegood-deadlines.ics"


class TestThePaper:
    def test_only_the_case_is_printed_on_one_page(self, person: Person) -> None:
        person.checker.get_by_role("button", name="Print, or save as PDF").click()
        sheet = person.page.locator(".mg-paper")
        expect(sheet).to_have_count(1)
        expect(sheet).to_be_hidden()
        person.page.emulate_media(media="print")
        expect(sheet.get_by_role("heading", name="Your case, 21 November 2026")).to_be_visible()
        expect(sheet).to_contain_text("KX-ORDER")
        expect(person.page.locator("main")).to_be_hidden()
        assert person.page.pdf(format="A4").count(b"/Type /Page\n") == 1
        person.page.emulate_media(media="screen")
        person.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
        expect(sheet).to_have_count(0)


class TestThePack:
    def test_the_pack_is_whole_and_says_what_each_file_is(
        self, person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        box = person.fold("Pack the proof")
        video, image = tmp_path / "VID 1.MP4", photo("2026:11:20 10:11:12")
        video.write_bytes(bytes(range(256)) * 12_000)
        chooser = box.get_by_label("Photos, videos, documents")
        chooser.set_input_files(video)
        named: Any = {"name": "<b>.jpeg", "mimeType": "image/jpeg", "buffer": image}
        chooser.set_input_files([named, {**named, "name": "wrong.png"}])
        box.get_by_label("What it shows: VID 1.MP4").select_option("unboxing-video")
        box.get_by_label("What it shows: <b>.jpeg").select_option("item-photos")
        box.get_by_role("button", name="Remove: wrong.png").click()
        expect(box.get_by_role("listitem")).to_have_count(2)

        saved = person.save("Make the pack")
        said = box.locator("[data-tool-part=said]")
        expect(said).to_contain_text("Fingerprint")
        assert main(["verify-pack", str(saved.path())]) == 0
        fingerprint = capsys.readouterr().out.split("(SHA-256): ")[1].split()[0]
        expect(said).to_contain_text(fingerprint)

        assert saved.suggested_filename == "makegood-evidence-2026-11-21.zip"
        with zipfile.ZipFile(saved.path()) as pack:
            names = ["01-unboxing-video.mp4", "02-item-photos.jpeg", "case.json", "message.txt", "manifest.json"]
            assert pack.namelist() == names
            assert pack.read(names[0]) == video.read_bytes()
            assert pack.read(names[1]) == image
            manifest = json.loads(pack.read("manifest.json"))
            assert [file["captured"] for file in manifest["files"]] == [None, "2026-11-20T10:11:12", None, None]
            assert [file["shows"] for file in manifest["files"]] == ["unboxing-video", "item-photos", None, None]
            held = open_case_file(pack.read("case.json").decode(), TODAY)
            assert isinstance(held, Opened)
            assert held.case.as_data() == FACTS
            assert "KX-ORDER" in pack.read("message.txt").decode()

    def test_without_a_file_and_with_one_that_is_gone_there_is_no_pack(self, person: Person, tmp_path: Path) -> None:
        box = person.fold("Pack the proof")
        said, make = box.locator("[data-tool-part=said]"), box.get_by_role("button", name="Make the pack")
        while box.get_by_role("listitem").count():
            box.get_by_role("button", name="Remove").first.click()
        make.click()
        expect(said).to_have_text("Choose at least one file first.")
        gone = tmp_path / "gone.mp4"
        gone.write_bytes(b"x" * 5_000_000)
        box.get_by_label("Photos, videos, documents").set_input_files(gone)
        gone.unlink()
        make.click()
        expect(said).to_contain_text("gone.mp4 cannot be read any more")


class TestTheCaseFile:
    def test_a_saved_case_opens_again_with_all_answers(self, person: Person) -> None:
        person.fold("Save my case")
        text = person.text("Save my case as a file")
        person.reader.start_again(TODAY)
        assert person.facts() == {}
        expect(person.open(text)).to_contain_text("The policy has not changed since.")
        assert person.facts() == FACTS
        expect(person.checker.locator(".mg-headline")).to_have_text(answer(case(**FACTS), TODAY).headline)

    def test_a_file_of_an_older_policy_says_what_changed(self, person: Person) -> None:
        person.fold("Save my case")
        old = json.loads(person.text("Save my case as a file"))
        old["policy"] = {"version": "2025.1", "digest": "0" * 64}
        old["answer"]["lines"][1]["text"] = "Wait <img src=x onerror=alert(1)>"
        said = person.open(json.dumps(old))
        expect(said).to_contain_text("The policy is newer now. This is different")
        expect(said.locator("ins")).to_have_text("Thank the customer calmly for the report.")
        expect(said.locator("del")).to_have_text("Wait <img src=x onerror=alert(1)>")
        expect(said.locator("img")).to_have_count(0)

    @pytest.mark.parametrize(
        "text, sentence",
        [
            ("[" * 100_000, "nested too deeply"),
            ('{"a":' * 30_000, "nested too deeply"),
            ('{"side":"<img src=x onerror=alert(1)>"}', "side cannot be “<img src=x onerror=alert(1)>”"),
            ('{"format":"makegood-case","format_version":1,"facts":"{{ 7*7 }}"}', "holds no facts"),
            ("\u202e{}\u0000", "This is not a case that Makegood saved"),
            (" " * 1_000_001, "case.json is too large"),
        ],
    )
    def test_a_hostile_file_gets_a_sentence_and_the_answers_stay(
        self, person: Person, text: str, sentence: str
    ) -> None:
        before = person.facts()
        said = person.open(text)
        expect(said).to_contain_text(sentence)
        expect(said.locator("img")).to_have_count(0)
        assert person.facts() == before


class TestTheReport:
    def test_the_report_is_shown_and_its_test_case_is_saved(self, person: Person) -> None:
        box = person.fold("Is this answer wrong?")
        box.get_by_role("button", name="Prepare a report").click()
        made = case(**person.facts())
        expect(box.get_by_label("The report", exact=True)).to_have_value(report_text(made, answer(made, TODAY), TODAY))
        told = tomllib.loads(person.text("Save it as a test case"))
        assert told["facts"]["problem"] == "damaged"
        assert "order_number" not in told["facts"]


def keep(person: Person) -> Locator:
    """Have the browser keep the case, and give the place where the page says what became of it."""
    box = person.fold("Save my case")
    box.get_by_label("Keep my answers in this browser").click()  # without room it is unticked at once
    return box.locator("[data-tool-part=said]")


def stored(page: Page) -> dict[str, str]:
    """Give what Makegood has in the browser's storage."""
    found: dict[str, str] = page.evaluate(
        "() => Object.fromEntries([localStorage, sessionStorage].flatMap(Object.entries)"
        ".filter(([name]) => name.startsWith('makegood')))"
    )
    return found


class TestKeepingAndWiping:
    def test_what_is_kept_opens_on_a_page_that_it_fits_and_stays_on_another(self, somebody: Person) -> None:
        assert "KX-ORDER" not in json.dumps(stored(somebody.page))  # nothing personal is stored unasked
        expect(keep(somebody)).to_contain_text("Your answers are kept in this browser")
        somebody.reader.tell({"international": "yes"})
        expect(somebody.checker).to_have_attribute("data-state", "ready")
        somebody.page.wait_for_timeout(300)
        somebody.page.goto("check/")
        said = somebody.checker.locator("[data-tool-part=said]")
        expect(said.filter(has_text="Your case was opened")).to_have_count(1, timeout=60_000)
        assert somebody.facts() == {**FACTS, "international": "yes"}

        # with the answers in its address too
        assert "#" in somebody.page.url
        somebody.page.reload()
        expect(said.filter(has_text="Your case was opened")).to_have_count(1, timeout=60_000)
        assert somebody.facts()["order_number"] == "KX-ORDER"

        # a page about something else leaves it alone
        before = stored(somebody.page)["makegood.case"]
        somebody.page.goto("")  # from the same page it would be a step on in the case that is kept
        somebody.page.goto("check/#side=buyer")
        expect(said.filter(has_text="keeps a case that does not fit this page")).to_have_count(1, timeout=60_000)
        assert stored(somebody.page)["makegood.case"] == before

    def test_where_the_storage_is_full_the_reader_is_told_and_nothing_is_lost(self, somebody: Person) -> None:
        somebody.page.evaluate("""() => {
            for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2))
                try { for (let n = 0; ; n++) localStorage.setItem(`full-${size}-${n}`, "x".repeat(size)); } catch {}
        }""")
        expect(keep(somebody)).to_contain_text("This browser has no room to keep your answers")
        expect(somebody.checker.get_by_label("Keep my answers in this browser")).not_to_be_checked()
        assert "makegood.case" not in stored(somebody.page)
        assert somebody.facts() == FACTS

    def test_wiping_empties_everything_after_a_second_press(self, somebody: Person) -> None:
        page = somebody.page
        expect(keep(somebody)).to_contain_text("kept")
        somebody.fold("Is this answer wrong?").get_by_role("button", name="Prepare a report").click()
        files = somebody.fold("Pack the proof")
        image: Any = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"x"}
        files.get_by_label("Photos, videos, documents").set_input_files(image)
        page.evaluate("() => history.replaceState(null, '', '#side=seller')")
        box = somebody.fold("Wipe everything")
        box.get_by_role("button", name="Wipe everything").click()
        assert somebody.facts() == FACTS
        box.get_by_role("button", name="Press again to wipe everything").click()
        expect(box.locator("[data-tool-part=said]")).to_contain_text("Wiped: your answers")
        assert somebody.facts() == {}
        assert "makegood.case" not in stored(page)
        assert "KX-ORDER" not in somebody.checker.inner_html()
        assert "=" not in page.url
        expect(files.get_by_role("listitem")).to_have_count(0)
        expect(somebody.checker.get_by_label("The report", exact=True)).to_have_value("")
        assert somebody.checker.locator("input:checked").count() == 0


def test_without_python_each_tool_says_so(new_page: OpenPage) -> None:
    page = new_page(viewport=SIZES["phone"])
    page.add_init_script("delete window.WebAssembly;")
    page.goto("check/")
    page.get_by_role("button", name="Save the last days for my calendar").click()
    expect(page.locator("[data-tool-part=said]").first).to_contain_text("it could not start here")


def test_axe_finds_nothing_in_the_open_tools(somebody: Person) -> None:
    image: Any = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"x"}
    somebody.fold("Pack the proof").get_by_label("Photos, videos, documents").set_input_files(image)
    expect(keep(somebody)).to_contain_text("kept")
    somebody.fold("Is this answer wrong?").get_by_role("button", name="Prepare a report").click()
    expect(somebody.checker.get_by_label("The report", exact=True)).to_be_visible()
    expect(somebody.open("[]")).to_contain_text("this is a list")
    somebody.fold("Wipe everything")
    found = {}
    for scheme in ("light", "dark"):
        somebody.page.emulate_media(color_scheme=scheme)
        found[scheme] = violations(somebody.page)
    assert found == {"light": [], "dark": []}
