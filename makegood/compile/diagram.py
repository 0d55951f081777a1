"""Decision diagrams: functions of variables with a few values each, as small as they can be.

A diagram is the number of a node. A node either ends in a value, or asks one variable and has a diagram for each of its
values. Variables are asked in one order, no node asks what does not matter, and no two nodes are alike: so two
functions are the same exactly when they are one number.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Final, NamedTuple

type Diagram = int
"""The number of a node."""

END: Final = 1 << 30
"""Where a node that asks nothing stands in the order: last."""


class Node(NamedTuple):
    """A variable and a diagram for each of its values; or `END`, and a value."""

    variable: int
    children: tuple[Diagram, ...]
    value: Any = None


class NotDecidedError(BaseException):
    """Something was looked at that the path so far does not decide; no handler for ordinary errors may catch it."""

    def __init__(self, diagram: Diagram) -> None:
        super().__init__(diagram)
        self.diagram = diagram


class Diagrams:
    """All diagrams over some variables; `sizes` holds the number of values of each, in the order of asking."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = tuple(sizes)
        self.nodes: list[Node] = []
        self._ends: dict[Any, Diagram] = {}
        self._inner: dict[tuple[int, tuple[Diagram, ...]], Diagram] = {}
        self._chosen: dict[tuple[Diagram, ...], Diagram] = {}
        self._values: dict[Diagram, tuple[Diagram, ...]] = {}
        self._path: _Path | None = None
        self.no, self.yes = self.end(False), self.end(True)

    def end(self, value: Hashable) -> Diagram:
        """Give the diagram that is this value whatever the variables are."""
        key = (type(value), value)
        if key not in self._ends:
            self._ends[key] = self._add(Node(END, (), value))
        return self._ends[key]

    def ask(self, variable: int, children: Sequence[Diagram]) -> Diagram:
        """Give the diagram that asks a variable before everything that its children ask."""
        if all(child == children[0] for child in children):
            return children[0]
        key = (variable, tuple(children))
        if key not in self._inner:
            self._inner[key] = self._add(Node(*key))
        return self._inner[key]

    def variable(self, variable: int) -> Diagram:
        """Give the diagram whose value is the number of the variable's value."""
        return self.ask(variable, [self.end(number) for number in range(self.sizes[variable])])

    def values(self, diagram: Diagram) -> tuple[Diagram, ...]:
        """List the ends that a diagram can come to."""
        if diagram not in self._values:
            node = self.nodes[diagram]
            ends = dict.fromkeys(end for child in node.children for end in self.values(child))
            self._values[diagram] = tuple(ends) or (diagram,)
        return self._values[diagram]

    def choose(self, by: Diagram, among: Sequence[Diagram]) -> Diagram:
        """Give the diagram that is, where `by` comes to its first end, the first of `among`, and so on."""
        if all(diagram == among[0] for diagram in among):
            return among[0]
        key = (by, *among)
        if key not in self._chosen:
            self._chosen[key] = self._choose(by, among)
        return self._chosen[key]

    def choose_if(self, by: Diagram, then: Diagram, otherwise: Diagram) -> Diagram:
        """Give the diagram that is one where `by` comes to something, and another where it comes to nothing."""
        return self.choose(by, [then if self.nodes[end].value else otherwise for end in self.values(by)])

    def _choose(self, by: Diagram, among: Sequence[Diagram]) -> Diagram:
        if self.nodes[by].variable == END:
            return among[0]
        variable = min(self.nodes[diagram].variable for diagram in (by, *among))
        children = []
        for number in range(self.sizes[variable]):
            below = self._below(by, variable, number)
            picked = dict(zip(self.values(by), among, strict=True))
            children.append(
                self.choose(below, [self._below(picked[end], variable, number) for end in self.values(below)])
            )
        return self.ask(variable, children)

    def _below(self, diagram: Diagram, variable: int, number: int) -> Diagram:
        node = self.nodes[diagram]
        return node.children[number] if node.variable == variable else diagram

    def map(self, diagram: Diagram, change: Callable[[Any], Hashable]) -> Diagram:
        """Change every value that a diagram can come to."""
        return self.choose(diagram, [self.end(change(self.nodes[end].value)) for end in self.values(diagram)])

    def fixed(self, diagram: Diagram, values: dict[int, int], done: dict[Diagram, Diagram] | None = None) -> Diagram:
        """Give what is left of a diagram when some variables have a value for good."""
        done = {} if done is None else done
        if diagram not in done:
            node = self.nodes[diagram]
            if node.variable == END:
                done[diagram] = diagram
            elif node.variable in values:
                done[diagram] = self.fixed(node.children[values[node.variable]], values, done)
            else:
                done[diagram] = self.ask(node.variable, [self.fixed(child, values, done) for child in node.children])
        return done[diagram]

    def look(self, diagram: Diagram) -> Any:
        """Look at the value of a diagram inside a function that `of` asks; what it is not, is decided path by path."""
        left = diagram if self._path is None else self._path.left(diagram)
        node = self.nodes[left]
        if node.variable == END:
            return node.value
        if self._path is None or left not in self._path.decided:
            raise NotDecidedError(left)
        return self.nodes[self._path.decided[left]].value

    def of(self, function: Callable[[], Hashable]) -> Diagram:
        """Make the diagram of a function that looks at diagrams: call it once for each way in which they can come out.

        The function must be pure; it says what it depends on by looking at it, and nothing else is tried.
        """
        outer = self._path
        try:
            return self._grown(function, _Path(self, {}, {}, self.yes))
        finally:
            self._path = outer

    def _grown(self, function: Callable[[], Hashable], path: "_Path") -> Diagram:
        self._path = path
        try:
            return self.end(function())
        except NotDecidedError as ask:
            by = ask.diagram
        ways = [path.on(by, end) for end in self.values(by)]
        among = [self._grown(function, way) if way else None for way in ways]
        # Where a way is impossible it does not matter what stands there: take what makes the diagram smaller.
        usual = next(diagram for diagram in among if diagram is not None)
        return self.choose(by, [usual if diagram is None else diagram for diagram in among])

    def narrowed(self, diagram: Diagram, allowed: Mapping[int, Sequence[int]], done: dict[Diagram, Diagram]) -> Diagram:
        """Give what is left of a diagram where variables have one of some values; elsewhere it may be anything."""
        if diagram not in done:
            node = self.nodes[diagram]
            numbers = allowed.get(node.variable, range(len(node.children)))
            left = {number: self.narrowed(node.children[number], allowed, done) for number in numbers}
            first = next(iter(left.values()), diagram)
            children = [left.get(number, first) for number in range(len(node.children))]
            done[diagram] = self.ask(node.variable, children) if children else diagram
        return done[diagram]

    def _add(self, node: Node) -> Diagram:
        self.nodes.append(node)
        return len(self.nodes) - 1


class _Path:
    """One way through the things that a function looks at: how each came out, and what follows from that.

    `decided` holds the end of each diagram that was looked at, `allowed` the values that are left of a variable where
    one was looked at by itself, and `possible` is the diagram of whether all other ends can come together.
    """

    def __init__(
        self,
        diagrams: Diagrams,
        decided: Mapping[Diagram, Diagram],
        allowed: Mapping[int, Sequence[int]],
        possible: Diagram,
    ) -> None:
        self._diagrams, self._allowed, self._done = diagrams, allowed, {diagrams.yes: diagrams.yes}
        self.decided = {self.left(by): end for by, end in decided.items()}
        self._possible = self.left(possible)

    def left(self, diagram: Diagram) -> Diagram:
        """Give what is left of a diagram on this path."""
        return self._diagrams.narrowed(diagram, self._allowed, self._done) if self._allowed else diagram

    def on(self, by: Diagram, end: Diagram) -> "_Path | None":
        """Go on where a diagram comes to an end; None where it cannot."""
        diagrams, node = self._diagrams, self._diagrams.nodes[by]
        if all(diagrams.nodes[child].variable == END for child in node.children):
            before = self._allowed.get(node.variable, range(len(node.children)))
            numbers = tuple(number for number in before if node.children[number] == end)
            way = _Path(diagrams, self.decided, {**self._allowed, node.variable: numbers}, self._possible)
            return way if way._possible != diagrams.no else None
        possible = diagrams.choose(
            by, [self._possible if value == end else diagrams.no for value in diagrams.values(by)]
        )
        if possible == diagrams.no:
            return None
        return _Path(diagrams, {**self.decided, by: end}, self._allowed, possible)
