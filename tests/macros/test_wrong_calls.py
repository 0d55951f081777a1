"""A wrong name or value in a macro call stops the build, and says where it stands and what is allowed."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, UndefinedError

from macros import MODULES, on_pre_page_macros
from macros.page import MacroError, Page
from makegood.checkout import ROOT

HEAD = "---\ntitle: A page\n---\n\n# A page\n\n"

WRONG = {
    "do_and_dont": ('do_and_dont(side="sellr")', ["sellr", "buyer, seller"]),
    "steps": ('steps(problem="broken")', ["broken", "damaged", "came-after-all"]),
    "responsible": ('responsible(programe="ebay")', ["programe", "Did you mean programme?", "fulfilment"]),
    "evidence": ('evidence(evidence=["video"])', ["video", "unboxing-video"]),
    "warnings": ('warnings(insured="maybe")', ["maybe", "yes, no"]),
    "doors": ('doors(reply="agreed")', ["have no ways"]),
    "published": ('published("PX")', ["there is no source “PX”", "PM"]),
    "all_facts": ('all_facts("side")', ["It takes: ()"]),
    "deadlines": ('deadlines(delivered_on="soon")', ["delivered_on", "soon"]),
    "support": ('support(side="buyer")', ["no reason to contact support"]),
    "message": ('message("buyer-damage")', ["Did you mean buyer-damage-claim?", "kx-first-reply"]),
    "line": ('line("kx-final")', ["Did you mean kx-final-rule?", "buyer-tier-1"]),
    "lines": ('lines("kx-rung-talk", "kx-rung-support")', ["there is no rule “kx-rung-talk”", "kx-final-rule"]),
    "cite": ('cite("KX-999")', ["there is no source “KX-999”", "SR-01", "W-PP-02"]),
    "limits": ('limits("W-EB-2")', ["there is no time limit “W-EB-2”", "W-EB-02", "W-PP-02"]),
    "checker": ('checker(side="sellr", tables="#there")', ["sellr", "buyer, seller"]),
    "unboxing_checklist": ('unboxing_checklist("long")', ["It takes: ()"]),
    "ladder": ("ladder()", ["buyer, seller", "programme"]),
    "stages": ('stages(programme="kakobuy")', ["programme", "It takes: ()"]),
    "remedy_tiers": ('remedy_tiers(programme="ebay")', ["kakobuy, allchinabuy, superbuy, cssbuy and other-agent"]),
    "walk_away": ('walk_away(side="buyer")', ["reply="]),
    "decision_table": ('decision_table("remedies")', ["Did you mean remedy?", "steps"]),
    "all_rules": ('all_rules("kx")', ["It takes: ()"]),
    "all_sources": ('all_sources("kx")', ["It takes: ()"]),
    "message_library": ('message_library("buyer")', ["It takes: ()"]),
    "message_check": ('message_check(side="byer")', ["side", "It takes: ()"]),
    "wording_checks": ('wording_checks("byer")', ["Did you mean buyer?", "buyer, seller"]),
    "seller_check": ('seller_check("short")', ["It takes: ()"]),
    "seller_signs": ('seller_signs("short")', ["It takes: ()"]),
    "seller_red_flags": ('seller_red_flags("short")', ["It takes: ()"]),
    "seller_questions": ('seller_questions("short")', ["It takes: ()"]),
    "all_tables": ('all_tables("buyer")', ["It takes: ()"]),
    "all_changes": ("all_changes(2026)", ["It takes: ()"]),
    "licences": ('licences("MIT")', ["It takes: ()"]),
    "situation": ('situation("bought-broken")', ["there is no situation “bought-broken”", "bought-damaged"]),
    "situations": ('situations("byer")', ["there is no side “byer”", "buyer, seller"]),
}
"""For each macro a call that is wrong, and what the message has to name."""


def written(call: str, folder: Path) -> str:
    """Carry out one page whose seventh line is this call, as mkdocs-macros does it."""
    (folder / "guide.md").write_text(HEAD + f"{{{{ {call} }}}}\n")
    page = SimpleNamespace(
        file=SimpleNamespace(src_uri="guide.md"),
        url="guide/",
        markdown=(HEAD + f"{{{{ {call} }}}}\n").split("---\n\n")[1],
    )
    conf = {"docs_dir": str(folder), "config_file_path": str(ROOT / "mkdocs.yml")}
    env = SimpleNamespace(page=page, conf=conf, env=Environment(autoescape=False))  # noqa: S701  # Markdown, as it is there
    bound = Page(env)
    env.env.globals |= {macro.__name__: bound.bound(macro) for module in MODULES for macro in module.MACROS}
    on_pre_page_macros(env)
    return str(env.env.from_string(page.markdown).render())


@pytest.mark.parametrize("macro", [macro.__name__ for module in MODULES for macro in module.MACROS])
def test_a_wrong_call_names_the_page_the_line_and_what_is_allowed(macro: str, tmp_path: Path) -> None:
    call, named = WRONG[macro]
    with pytest.raises(MacroError) as raised:
        written(call, tmp_path)
    message = str(raised.value)
    assert message.startswith(f"docs/guide.md, line 7: {macro}(…): ")
    assert [part for part in named if part not in message] == []


@pytest.mark.parametrize("call", ["message(1)", 'cite(["KX-01"])', "lines(7)", "situation(None)"])
def test_a_value_of_another_kind_is_refused_with_its_place(call: str, tmp_path: Path) -> None:
    with pytest.raises(MacroError, match=r"^docs/guide\.md, line 7: ") as raised:
        written(call, tmp_path)
    assert "is no name. Write a name in quotes." in str(raised.value)


def test_an_unknown_macro_names_the_page_the_line_and_the_macros(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError) as raised:
        written('laddder(side="buyer")', tmp_path)
    message = str(raised.value)
    assert message.startswith("docs/guide.md, line 7: there is no macro “laddder”. Did you mean ladder?")
    assert "do_and_dont" in message


def test_an_unknown_variable_names_the_page_and_the_line(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match=r"docs/guide\.md, line 7: there is no macro “deadline”"):
        written("deadline", tmp_path)


@pytest.mark.parametrize(
    "call,message",
    [
        (
            '{{ ladder(side="byer") }}',
            "docs/index.md, line 6: ladder(…): side cannot be “byer”. Use one of: buyer, seller.",
        ),
        ("{{ no_such_macro() }}", "docs/index.md, line 6: there is no macro “no_such_macro”."),
    ],
)
def test_mkdocs_itself_stops_at_a_wrong_call(call: str, message: str, tmp_path: Path, built_site: Path) -> None:
    assert built_site.is_dir()  # the macros prepare what the browser needs; that is done once, before
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(f"---\ntitle: Home\n---\n# Home\n\n{call}\n")
    script = (
        "from mkdocs.commands.build import build; from mkdocs.config import load_config; import sys;"
        "build(load_config(sys.argv[1], docs_dir=sys.argv[2], site_dir=sys.argv[3], nav=None))"
    )
    given = [str(ROOT / "mkdocs.yml"), str(tmp_path / "docs"), str(tmp_path / "site")]
    answer = subprocess.run(
        [sys.executable, "-c", script, *given], cwd=ROOT, capture_output=True, check=False, text=True
    )
    assert answer.returncode != 0
    assert message in answer.stderr + answer.stdout
