"""Makes the output of a failed build readable: what is wrong and where in our own files, not how Python came there."""

import re
from pathlib import Path

_FRAME = re.compile(r' +File "(?P<file>[^"]+)", line \d+')
_TEMPLATE = "<template>"
_NOISE = (
    "Traceback (most recent call last)",
    "During handling of the above",
    "The above exception was",
    "INFO ",
    "```",
)


def plain(output: str, root: Path) -> str:
    """Return the output without tracebacks through other people's code and without what MkDocs only reports.

    Args:
        output: What the build printed.
        root: The project's folder. Paths below it are shortened; frames of files outside it and in .venv are left out.
    """
    lines: list[str] = []
    dropping = False
    for line in output.splitlines():
        if frame := _FRAME.match(line):
            dropping = not _is_ours(frame["file"], root)
        elif not line.startswith(" "):
            # The exceptions of a chain often say the same thing.
            dropping = line.startswith(_NOISE) or (line != "" and line in lines)
        if not dropping:
            lines.append(line)
    text = "\n".join(lines).replace(f"{root}/", "")
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def _is_ours(file: str, root: Path) -> bool:
    if file == _TEMPLATE:
        return True
    path = root / file
    return path.is_file() and path.is_relative_to(root) and not path.is_relative_to(root / ".venv")
