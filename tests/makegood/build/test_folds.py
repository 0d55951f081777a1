"""What folds on a page: a heading that says so, with all below it down to the next heading of its rank."""

from markdown import Markdown
from markdown.extensions.toc import TocExtension


def written(text: str) -> str:
    """Give the HTML of a page's Markdown, without its line breaks."""
    return (
        Markdown(extensions=["attr_list", "md_in_html", TocExtension(permalink=True), "makegood.build.folds"])
        .convert(text)
        .replace("\n", "")
    )


def test_a_heading_folds_what_is_below_it_down_to_the_next_of_its_rank() -> None:
    html = written("Before\n\n## A way { .mg-fold }\n\nInside\n\n### Deeper\n\nAlso inside\n\n## Next\n\nAfter")
    fold, _, after = html.partition("</details>")
    assert fold.startswith('<p>Before</p><details class="mg-fold"><summary><h2 id="a-way">A way</h2></summary>')
    assert "<p>Inside</p>" in fold
    assert '<h3 id="deeper">' in fold
    assert "<p>Also inside</p>" in fold
    assert after.startswith('<h2 id="next">')
    assert "<p>After</p>" in after


def test_folds_follow_one_another_and_end_with_the_page() -> None:
    html = written("## One { .mg-fold }\n\n1\n\n## Two { #second .mg-fold }\n\n2")
    assert html.count('<details class="mg-fold">') == html.count("</details>") == 2
    assert html.index("<p>1</p>") < html.index("</details>") < html.index('<h2 id="second">') < html.index("<p>2</p>")


def test_other_headings_and_classes_stay_as_they_are() -> None:
    html = written("## Open { .other }\n\nText")
    assert "<details" not in html
    assert 'class="other"' in html


def test_a_block_of_html_goes_into_the_fold_whole() -> None:
    html = written("## Way { .mg-fold }\n\n<div>\n\n<p>of a macro</p>\n\n</div>\n\n## Next")
    assert html.index("of a macro") < html.index("</details>")
