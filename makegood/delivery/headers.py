"""What a host should send with the site's files, once, and as the four kinds of host want it written.

    python -m makegood.delivery.headers    writes deploy/ anew; a test compares

`deploy/README.md` tells how to use the files, `docs/maintain/offline.md` why the values are what they are.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

POLICY: Final[Mapping[str, str]] = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "frame-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""The content-security policy, as `theme/main.html` puts it into every page."""

HEADER_ONLY: Final[Mapping[str, str]] = {"frame-ancestors": "'none'"}
"""What of the policy counts only in a header."""

HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in {**POLICY, **HEADER_ONLY}.items()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""For every answer, those without a file too."""

KEPT: Final = "/assets/"
"""Below this, a file's name tells its content, so a browser need never ask again."""

FOR_EVER: Final = "public, max-age=31536000, immutable"
ASK_EACH_TIME: Final = "no-cache"
"""For everything else: kept, but asked for each time, and answered with 304 while it is the same."""

TYPES: Final[Mapping[str, str]] = {
    "css": "text/css",
    "html": "text/html",
    "ico": "image/x-icon",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "mjs": "text/javascript",
    "png": "image/png",
    "snapshot": "application/wasm",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "whl": "application/zip",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""The type of each kind of file. A snapshot is not WebAssembly, but hosts that compress by type compress it then."""

UNUSUAL: Final = ("mjs", "snapshot", "wasm", "webmanifest", "whl")
"""Kinds that a host may not know by itself."""

_NOTE = "Written by `python -m makegood.delivery.headers`; edit makegood/delivery/headers.py instead."


def netlify() -> str:
    """Write `_headers`, which Netlify and Cloudflare Pages read from the top of the site.

    Both let a browser ask each time for what is not named here, and both would join two values of one header into one.
    """
    lines = [f"# {_NOTE}", "", "/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    lines += ["", f"{KEPT}*", f"  Cache-Control: {FOR_EVER}"]
    for kind in UNUSUAL:
        lines += ["", f"/*.{kind}", f"  Content-Type: {TYPES[kind]}"]
    return "\n".join(lines) + "\n"


def nginx() -> str:
    """Write a server for nginx, to be included in its `http` block, as files in `conf.d/` are."""
    headers = "\n".join(f'  add_header {name} "{value}" always;' for name, value in HEADERS.items())
    types = "\n".join(f"    {kind:<26} {' '.join(k for k in TYPES if TYPES[k] == kind)};" for kind in _kinds())
    return f"""\
# {_NOTE}
# Change the name and the folder. For https, add `listen 443 ssl` with your certificate.

map $uri $makegood_cache {{
  default "{ASK_EACH_TIME}";
  "~^{KEPT}" "{FOR_EVER}";
}}

server {{
  listen 80;
  server_name makegood.example;
  root /srv/makegood;

  # The build puts a .gz and a .br beside each file that gets smaller by it.
  gzip_static on;
  gzip_vary on;
  # About a fifth less than gzip. Debian's nginx can do it with libnginx-mod-http-brotli-static; then take away the #.
  # brotli_static on;

  charset utf-8;
  charset_types text/css text/javascript text/plain application/json application/manifest+json application/xml
    image/svg+xml;
  default_type application/octet-stream;
  types {{
{types}
  }}

{headers}
  # Without `always`: nobody shall keep for ever that a file was not there.
  add_header Cache-Control $makegood_cache;

  absolute_redirect off;
  error_page 404 /404.html;
}}
"""


def _kinds() -> list[str]:
    return sorted(set(TYPES.values()))


def caddy() -> str:
    """Write a `Caddyfile`; `SITE_ADDRESS` and `SITE_ROOT` in its environment may name another address and folder."""
    headers = "\n".join(f'    {name} "{value}"' for name, value in HEADERS.items())
    types = "\n".join(f'  @{kind} path *.{kind}\n  header @{kind} Content-Type "{TYPES[kind]}"' for kind in UNUSUAL)
    return f"""\
# {_NOTE}
# Change the address and the folder, or name them in Caddy's environment. Caddy gets the certificate by itself.

{{$SITE_ADDRESS:makegood.example}} {{
  root * {{$SITE_ROOT:/srv/makegood}}

  header {{
{headers}
  }}
  @kept path {KEPT}*
  @asked not path {KEPT}*
  header @asked Cache-Control "{ASK_EACH_TIME}"
  header @kept Cache-Control "{FOR_EVER}"
{types}

  # The build puts a .br and a .gz beside each file that gets smaller by it.
  file_server {{
    precompressed br gzip
  }}

  handle_errors {{
    # Nobody shall keep for ever that a file was not there.
    header Cache-Control "{ASK_EACH_TIME}"
    header Content-Type "text/html; charset=utf-8"
    rewrite * /404.html
    file_server
  }}
}}
"""


def github() -> str:
    """Write a workflow for GitHub Pages, which sends no headers of ours: the policy in each page holds."""
    return f"""\
# {_NOTE}
# Copy this to .github/workflows/pages.yml, and choose "GitHub Actions" under Settings, Pages.
name: Publish the site
on:
  push:
    branches: [main]
  workflow_dispatch:

permissions:
  contents: read
  pages: write
  id-token: write

# A build that has begun to be published is published; of those that wait only the latest.
concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{{{ steps.publish.outputs.page_url }}}}
    steps:
      - uses: actions/checkout@v4
      - id: pages
        uses: actions/configure-pages@v5
      - run: make build
        env:
          SITE_URL: ${{{{ steps.pages.outputs.base_url }}}}/
      # Pages compresses by itself.
      - run: find site -name '*.br' -delete -o -name '*.gz' -delete
      - uses: actions/upload-pages-artifact@v3
        with:
          path: site
      - id: publish
        uses: actions/deploy-pages@v4
"""


def files() -> dict[str, str]:
    """Give every file below `deploy/` that is written from here, by its path there."""
    return {
        "netlify-cloudflare/_headers": netlify(),
        "nginx/makegood.conf": nginx(),
        "caddy/Caddyfile": caddy(),
        "github-pages/pages.yml": github(),
    }


def main() -> None:
    """Write them."""
    deploy = Path(__file__).resolve().parents[2] / "deploy"
    for name, text in files().items():
        (deploy / name).parent.mkdir(parents=True, exist_ok=True)
        (deploy / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
