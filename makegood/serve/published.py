"""What the live server tells the pages that are open in a browser."""

import asyncio
import json
import secrets
from collections.abc import AsyncGenerator


class Published:
    """What the pages are told: which build the site is from, and why the build after it failed, if it did."""

    def __init__(self) -> None:
        self.build = ""
        self.error = ""
        self._listeners: dict[asyncio.Queue[str | None], str] = {}

    @property
    def open_pages(self) -> list[str]:
        """The paths of the pages that somebody looks at now, as in their addresses."""
        return sorted(set(self._listeners.values()) - {""})

    def succeed(self) -> None:
        """Tell every open page that there is a new site."""
        self.build = secrets.token_hex(4)
        self.error = ""
        self._tell(self.state())

    def fail(self, error: str) -> None:
        """Tell every open page why there is none."""
        self.error = error
        self._tell(self.state())

    def close(self) -> None:
        """End every stream: the server cannot stop before they have."""
        self._tell(None)

    def state(self) -> str:
        """Return what a page is told, as JSON."""
        return json.dumps({"build": self.build, "error": self.error})

    async def events(self, page: str = "") -> AsyncGenerator[str]:
        """Yield the state now and after each build, as server-sent events.

        Args:
            page: the path of the page that listens, as in its address.
        """
        listener: asyncio.Queue[str | None] = asyncio.Queue()
        self._listeners[listener] = page
        try:
            state: str | None = self.state()
            while state is not None:
                yield f"data: {state}\n\n"
                state = await listener.get()
        finally:
            self._listeners.pop(listener)

    def _tell(self, state: str | None) -> None:
        for listener in self._listeners:
            listener.put_nowait(state)
