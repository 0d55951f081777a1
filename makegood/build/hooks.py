"""What MkDocs asks of us around its build (`hooks` in mkdocs.yml): `mkdocs build` alone makes a whole site, too.

Before: what the checker needs in the browser is made, so that MkDocs finds the files. The pages get to know the
compiled answers by `extra.compiled_answers`, and the whole cases of a rule by `extra.cases_by_rule`.
After: pages and policy are held against each other, in a strict build.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

from makegood import runtime

_log = get_plugin_logger("makegood")


@event_priority(100)  # before mkdocs-macros, whose macros name these files
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make what the browser needs, and tell the pages where the compiled answers are.

    With `MAKEGOOD_QUICK_STARTS=no` in the environment, as under the live server, what takes long is left out; with
    `MAKEGOOD_RUNTIME=later` Python's part as well, since the live server makes it at the same time.

    Raises:
        PluginError: something cannot be made; the sentence says what to do.
    """
    config.extra["cases_by_rule"] = _cases_by_rule
    root = Path(config.config_file_path).parent
    with ThreadPoolExecutor(1) as other:
        # Python's part is made in Node, and so on another core than the compiled answers.
        later = os.environ.get("MAKEGOOD_RUNTIME") == "later"
        python = None if later else other.submit(runtime.prepare, root)
        try:
            config.extra["compiled_answers"] = _answers(root)
            if python:
                python.result()
        except runtime.RuntimeUnavailableError as error:
            raise PluginError(str(error)) from None
    return config


def _answers(root: Path) -> object:
    """Make the libraries and the compiled answers, and give what names the file for the facts that a page fixes."""
    if not (root / "policy" / "facts.py").is_file():
        return None  # a policy without facts, as in the tests of the build, has no answers
    from makegood.build import libraries
    from makegood.build.unusable import unusable

    if wrong := "\n".join(unusable()):
        raise PluginError(wrong)
    from makegood.compile import answers  # it loads the facts, which are made of what authors write

    libraries.prepare(root)
    try:
        answers.prepare(root)
    except answers.AnswersError as error:
        raise PluginError(str(error)) from None
    return partial(answers.file_for, root)


def _cases_by_rule() -> object:
    """Say of every rule in which whole cases it takes part."""
    from makegood.whole_cases import BrokenCaseFileError, cases_by_rule

    try:
        return cases_by_rule()
    except BrokenCaseFileError as broken:
        raise PluginError(f"tests/cases/{broken}") from None


def on_post_build(config: MkDocsConfig) -> None:
    """Warn of each place where pages and policy do not fit; in a strict build that ends it."""
    root = Path(config.config_file_path).parent
    if config.strict and (root / "macros" / "guides.toml").is_file():
        from makegood.build.drift import findings
        from policy.language.authored import AuthoredError

        try:
            found = findings(Path(config.site_dir), Path(config.docs_dir))
        except AuthoredError as wrong:
            found = [str(wrong)]
        for finding in found:
            _log.warning(finding)
