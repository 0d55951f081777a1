"""What MkDocs asks of us around its build (`hooks` in mkdocs.yml): `mkdocs build` alone makes a whole site, too.

Before: what the checker needs in the browser is made. The pages get to know the compiled answers by
`extra.compiled_answers`, and the whole cases of a rule by `extra.cases_by_rule`; Python's part, which no page has to
know, is made beside all the rest and put into the site at the end. On each page: the interface is kept out of the
search index. After: pages and policy are held against each other, in a strict build.
"""

import multiprocessing
import os
import shutil
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from makegood import runtime
from makegood.build.search import mark_the_interface

_log = get_plugin_logger("makegood")

_RUNTIME = runtime.RUNTIME.relative_to("docs").as_posix()

_python: list[Future[Path]] = []
"""The making of Python's part of this build, if it has one."""


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
    _python.clear()
    if os.environ.get("MAKEGOOD_RUNTIME") != "later":
        # Another process, so that both cores work: this one compiles answers and writes pages meanwhile. Without the
        # quick starts there is so little to do that a process is not worth its start.
        is_little = os.environ.get("MAKEGOOD_QUICK_STARTS") == "no"
        other = ThreadPoolExecutor(1) if is_little else ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
        _python.append(other.submit(runtime.prepare, root))
        other.shutdown(wait=False)
    try:
        config.extra["compiled_answers"] = _answers(root)
    except runtime.RuntimeUnavailableError as error:
        raise PluginError(str(error)) from None
    return config


def _answers(root: Path) -> object:
    """Make the libraries and the compiled answers, and give what names the files for the facts that a page fixes."""
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
    return partial(answers.files_for, root)


def _cases_by_rule() -> object:
    """Say of every rule in which whole cases it takes part."""
    from makegood.whole_cases import BrokenCaseFileError, cases_by_rule

    try:
        return cases_by_rule()
    except BrokenCaseFileError as broken:
        raise PluginError(f"tests/cases/{broken}") from None


def on_files(files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG001  # MkDocs passes it by its name
    """Leave Python's part out of what MkDocs copies: it may still be on its way."""
    for file in list(files):
        if file.src_uri.startswith(_RUNTIME):
            files.remove(file)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  # as MkDocs calls it
    """Keep the interface out of the search index."""
    return mark_the_interface(html)


def on_post_build(config: MkDocsConfig) -> None:
    """Put Python's part into the site. In a strict build, warn of each place where pages and policy do not fit.

    Raises:
        PluginError: Python's part cannot be made; the sentence says what to do.
    """
    root = Path(config.config_file_path).parent
    for python in _python:
        try:
            shutil.copytree(python.result(), Path(config.site_dir) / _RUNTIME, dirs_exist_ok=True)
        except runtime.RuntimeUnavailableError as error:
            raise PluginError(str(error)) from None
    if config.strict and (root / "macros" / "guides.toml").is_file():
        from makegood.build.drift import findings
        from policy.language.authored import AuthoredError

        try:
            found = findings(Path(config.site_dir), Path(config.docs_dir))
        except AuthoredError as wrong:
            found = [str(wrong)]
        for finding in found:
            _log.warning(finding)
