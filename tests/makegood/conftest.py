"""A project of three lines, to build and to serve: the real one has too much that could go wrong for other reasons."""

import shutil
from pathlib import Path

import pytest

from makegood import runtime
from makegood.checkout import ROOT

FILES = {
    "docs/index.md": "# Home\n\n{{ rule() }}\n",
    "macros/__init__.py": """\
from typing import Any

from policy import RULE


def define_env(env: Any) -> None:
    env.macro(lambda: RULE, "rule")
""",
    "mkdocs.yml": """\
site_name: Small
hooks: [makegood/build/hooks.py]
theme: {name: null, custom_dir: theme, static_templates: [404.html]}
plugins: [{macros: {module_name: macros, on_undefined: strict, on_error_fail: true}}]
""",
    "policy/__init__.py": 'RULE = "Wait for the inspection."\n',
    "theme/404.html": "Not here\n",
    "theme/main.html": """\
<!doctype html>
<html lang="en">
  <head>
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
    <link rel="icon" href="/favicon.ico">
    <title>{{ config.site_name }}</title>
  </head>
  <body>{{ page.content }}</body>
</html>
""",
}


NO_QUICK_STARTS = ("MAKEGOOD_QUICK_STARTS", "no")
"""What the environment has to hold: the small policy answers no requests, so there is nothing to make quick."""


@pytest.fixture(scope="session")
def prepared_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its runtime, which takes seconds to make and is the same for every test."""
    root = tmp_path_factory.mktemp("prepared") / "project"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / "docs" / "favicon.ico").touch()
    shutil.copytree(ROOT / "makegood", root / "makegood", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    (ROOT / ".cache").mkdir(exist_ok=True)
    (root / ".cache").symlink_to(ROOT / ".cache")  # so that its runtime is compressed only once
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(*NO_QUICK_STARTS)
        runtime.prepare(root)
    return root


@pytest.fixture
def project(tmp_path: Path, prepared_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the real `makegood` beside a policy of one rule, one macro and one page."""
    monkeypatch.setenv(*NO_QUICK_STARTS)
    return shutil.copytree(prepared_project, tmp_path / "project", symlinks=True)
