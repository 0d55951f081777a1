"""The command `makegood`, the build of the site and its server: all that stands beside the policy.

- The command: `cli`, and a module for each of its longer verbs, such as `triage`, `lint` and `verify_pack`. Cases come
  in through `cases_in` and `rows_in`; what nobody can work with is a `bad_input`.
- The build: `site`. What the browser needs is made by `runtime`, `answers`, `libraries` and `card`; then comes MkDocs;
  `minify` and `esbuild` make its scripts and styles small, `delivery` makes it quick and lasting.
- The live server: `serve`. `rebuild` builds what changed, `open_pages` first; `published` tells the browser, and
  `build_errors` says what is wrong.
"""
