"""The policy as a decision graph: every answer to every case of fixed choices, found by look-up, without any condition.

`compile_rulebook` asks the policy itself, piece by piece, what each piece of the form and of the answer is for which
facts, and keeps the pieces' HTML, which the same templates write, beside a small diagram that leads to it.

- `diagram`: decision diagrams over variables with a few values, as small as they can be
- `variables`: the facts of a case as such variables, and a case that says which of them are looked at
- `verdicts`: what each rule says, and what is open, as diagrams
- `answer`, `form`: every piece of the answer and of the questions
- `pieces`: HTML with places in it that a diagram fills
- `shard`: what is written for the browser, and the same for the few facts that a page has fixed
- `writing`, `words`: how it is written, so that it is small
- `walk`: reading a shard, as the browser does it
"""
