"""The policy as a decision graph: every answer to every case of fixed choices, found by look-up, without any condition.

`file.Graph` runs the policy itself over a case that is not decided yet (`makegood.undecided`, `makegood.diagrams`),
piece by piece: what each piece of the form and of the answer is for which facts. It keeps the pieces' HTML, which the
same templates write, beside a small diagram that leads to it.

- `variables`: the facts of a case as variables of diagrams, and a case that says which of them are looked at
- `judgements`: which rules take part, and what is open, as diagrams
- `answer`, `form`: every piece of the answer and of the questions
- `fragments`: HTML with places in it that a diagram fills
- `file`: what is written for the browser, and the same for the few facts that a page has fixed
- `writing`, `dictionary`: how it is written, so that it is small
- `lookup`: reading a file, as the browser does it
- `agreement`, `answers`: whether a file says what Python says, and the files of a site
"""
