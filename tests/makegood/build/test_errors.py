from pathlib import Path

from makegood.build.errors import plain


def test_frames_of_other_peoples_code_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "policy").mkdir()
    (tmp_path / "policy" / "rules.py").touch()
    output = f"""\
INFO    -  Building documentation
Traceback (most recent call last):
  File "<frozen runpy>", line 198, in _run_module_as_main
  File "{tmp_path}/.venv/lib/click/core.py", line 911, in invoke
    return callback(*args, **kwargs)
           ~~~~~~~~^^^^^^^^^^^^^^^^^
  File "{tmp_path}/policy/rules.py", line 3, in rule
    return 1 / 0
           ~~^~~
ZeroDivisionError: division by zero
"""
    assert plain(output, tmp_path) == (
        '  File "policy/rules.py", line 3, in rule\n'
        "    return 1 / 0\n"
        "           ~~^~~\n"
        "ZeroDivisionError: division by zero"
    )


def test_warnings_and_places_in_a_page_stay(tmp_path: Path) -> None:
    output = """\
INFO    -  [macros] - Found 3 macros
  - one
WARNING -  [macros] - ERROR # _Macro Rendering Error_

_File_: `index.md`

  File "<template>", line 6, in top-level template code
jinja2.exceptions.UndefinedError: 'ruel' is undefined

Aborted with 1 warnings in strict mode!
"""
    assert plain(output, tmp_path) == (
        "WARNING -  [macros] - ERROR # _Macro Rendering Error_\n\n"
        "_File_: `index.md`\n\n"
        '  File "<template>", line 6, in top-level template code\n'
        "jinja2.exceptions.UndefinedError: 'ruel' is undefined\n\n"
        "Aborted with 1 warnings in strict mode!"
    )


def test_a_chain_of_exceptions_tells_each_of_them_once(tmp_path: Path) -> None:
    output = """\
ModuleNotFoundError: No module named 'nothing_here'

During handling of the above exception, another exception occurred:

ModuleNotFoundError: No module named 'nothing_here'
"""
    assert plain(output, tmp_path).count("nothing_here") == 1
