"""Reduced ordered decision diagrams of variables with a few values each, and of functions with any values.

A diagram is the number of a node. A node is a terminal, which has a value, or asks one variable and has a child for
each of that variable's values. Variables are asked in one order, no node asks what does not matter, and no two nodes
are alike. So two functions are the same exactly when they are one number, and “for all cases” is one comparison.

- `store`: the nodes, and the operations on them: terminal, node, ite, case, apply, restrict, simplified,
  exists, count
- `execution`: the diagram of a Python function that looks at other diagrams, by symbolic execution

R. E. Bryant, “Graph-based algorithms for Boolean function manipulation”, IEEE Transactions on Computers C-35(8), 1986,
pages 677–691, has the canonical form, apply and restrict for variables of two values. A. Srinivasan, T. Kam, S. Malik
and R. K. Brayton, “Algorithms for discrete function manipulation”, ICCAD 1990, pages 92–95, has variables of more
values, and case. R. I. Bahar and others, “Algebraic decision diagrams and their applications”, ICCAD 1993, pages
188–191, has terminals of any value. O. Coudert and J. C. Madre, “A unified framework for the formal verification of
sequential circuits”, ICCAD 1990, pages 126–129, has the simplification of a function outside of the cases that count.
"""

from makegood.diagrams.execution import NotDecidedError, SymbolicExecution
from makegood.diagrams.store import FALSE, TERMINAL, TRUE, Diagram, Diagrams

__all__ = ["FALSE", "TERMINAL", "TRUE", "Diagram", "Diagrams", "NotDecidedError", "SymbolicExecution"]
