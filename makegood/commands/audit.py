"""`makegood audit`: proves what must hold of all answers, or tells what does not, each with the smallest case."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policy import rulebook
from policy.engine.rulebook import BrokenRulebookError
from policy.language.rule import Rule

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from makegood.audit import Property, Violation
    from makegood.audit.index import Places

_HOLDS, _FINDINGS = 0, 1


def add_to[P: ArgumentParser](commands: "_SubParsersAction[P]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "audit",
        help="check the whole policy over all cases",
        description="Check the whole policy over all cases. What does not hold is told with the smallest case.",
    )
    command.add_argument("--format", choices=("json", "text"), help="default: text on a terminal, otherwise json")
    command.add_argument("--index", action="store_true", help="print where each source's statements live, instead")
    command.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    from makegood import audit  # what only the audit needs is not loaded to answer a case
    from makegood.audit.index import homes

    as_json = (options.format or ("text" if sys.stdout.isatty() else "json")) == "json"
    try:
        rules = rulebook().rules
    except BrokenRulebookError as broken:
        return _tell([audit.Violation("rulebook", (), str(broken))], (), as_json=as_json)
    if options.index:
        index = homes(rules)
        print(_json({id_: places.as_data() for id_, places in index.items()}) if as_json else _listed(index))
        return _HOLDS
    return _tell(audit.audit(rules, audit.PROPERTIES), rules, as_json=as_json)


def _tell(findings: Sequence["Violation"], rules: Sequence[Rule], *, as_json: bool) -> int:
    from makegood.audit import PROPERTIES, cases
    from makegood.audit.axes import TODAY

    if as_json:
        covered = {"rules": len(rules), "cases": cases(rules), "properties": [_proves(check) for check in PROPERTIES]}
        print(_json({"findings": [finding.as_data() for finding in findings], **covered}))
    elif findings:
        number = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
        print("\n\n".join(map(_in_words, findings)))
        print(f"\n{number}. To see the answer to a case, give it to: makegood assess --on {TODAY}")
    else:
        print("\n".join(f"- {_proves(check)}" for check in PROPERTIES))
        print(f"\nAll of this holds for {len(rules)} rules in {cases(rules):,} cases.")
    return _FINDINGS if findings else _HOLDS


def _in_words(finding: "Violation") -> str:
    lines = [f"{finding.property}: {finding.message}"]
    if finding.case is not None:
        lines.append(f"  case   {_json(finding.case.as_data(), indent=None)}")
    if finding.after is not None:
        lines.append(f"  later  {_json(finding.after.as_data(), indent=None)}")
    if finding.rules:
        lines.append(f"  rules  {', '.join(finding.rules)}")
    return "\n".join(lines)


def _listed(index: Mapping[str, "Places"]) -> str:
    lines = []
    for id_, places in index.items():
        lines.append(id_)
        lines += [f"  {kind}: {', '.join(names)}" for kind, names in places.as_data().items() if names]
    return "\n".join(lines)


def _proves(check: "Property") -> str:
    return (check.__doc__ or "").partition("\n")[0]


def _json(value: Any, indent: int | None = 2) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
