"""What the blocks of a page are: nothing of the article is lost, and no furniture is read."""

import pytest

from hearsay.text.article import Role
from tests.page.pages import PLAIN, between, is_read, page, role_of

SAID = "“The wall will fall,” said Ida Lund, who built it."
CONSTRUCTS = {  # ways to write a quotation or a short paragraph, after the note on extraction
    "blockquote": f"<blockquote>{SAID}</blockquote>",
    "blockquote with a paragraph": f"<blockquote><p>{SAID}</p></blockquote>",
    "blockquote with a div": f"<blockquote><div>{SAID}</div></blockquote>",
    "blockquote with cite": f"<blockquote><p>{SAID}</p><cite>Ida Lund</cite></blockquote>",
    "blockquote with footer": f"<blockquote><p>{SAID}</p><footer>Ida Lund</footer></blockquote>",
    "blockquote with a class": f"<blockquote class='wp-block-quote'><p>{SAID}</p></blockquote>",
    "blockquote in a figure": f"<figure><blockquote><p>{SAID}</p></blockquote></figure>",
    "pull quote in a figure": f"<figure class='pullquote'><blockquote>{SAID}</blockquote></figure>",
    "pull quote in an aside": f"<aside class='pullquote'><p>{SAID}</p></aside>",
    "pull quote in a div": f"<div class='pull-quote'>{SAID}</div>",
    "div.quote": f"<div class='quote'>{SAID}</div>",
    "div.quote with a paragraph": f"<div class='quote'><p>{SAID}</p></div>",
    "paragraph.quote": f"<p class='quote'>{SAID}</p>",
    "embedded post": f"<blockquote class='twitter-tweet'><p>{SAID}</p>— Ida Lund (@idalund)</blockquote>",
    "bare div": f"<div>{SAID}</div>",
    "section": f"<section><p>{SAID}</p></section>",
    "span and breaks": f"<span>{SAID}</span><br><br>",
    "unlucky class: related": f"<p class='related-content'>{SAID} She had warned them twice.</p>",
    "unlucky class: share": f"<p class='share-text'>{SAID} She had warned them twice.</p>",
    "unlucky class: promo": f"<p class='promo'>{SAID} She had warned them twice.</p>",
    "unlucky class: comment": f"<p class='comment-body'>{SAID} She had warned them twice.</p>",
    "unlucky class: sidebar": f"<p class='sidebar'>{SAID} She had warned them twice.</p>",
    "one line": "<p>“No,” she said.</p>",
    "one line, straight": '<p>"No," she said.</p>',
    "one line, single": "<p>‘No,’ she said.</p>",
    "one word": "<p>Silence.</p>",
    "bold paragraph": f"<p><strong>{SAID}</strong></p>",
    "paragraph with a link": f"<p>{SAID} It was <a href='/r'>the third report</a> since June.</p>",
    "drop cap": f"<p><span class='drop-cap'>“</span>{SAID[1:]}</p>",
    "definition list": f"<dl><dt>The builder</dt><dd>{SAID}</dd></dl>",
    "details": f"<details open><summary>The builder</summary><p>{SAID}</p></details>",
    "list": f"<ul><li>{SAID}</li><li>“It has stood for a century,” said Per Moe.</li></ul>",
}


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_no_way_of_writing_a_quotation_loses_it(name: str) -> None:
    article = between(CONSTRUCTS[name])
    words = next(w for w in ("The wall will fall", "No,", "Silence") if w in CONSTRUCTS[name])
    assert is_read(article, words), f"{name}: {role_of(article, words)}"
    assert all(role_of(article, line) is Role.PARAGRAPH for line in PLAIN)


@pytest.mark.parametrize(
    ("construct", "words", "role"),
    [
        (CONSTRUCTS["blockquote"], "The wall", Role.QUOTE),
        (CONSTRUCTS["pull quote in an aside"], "The wall", Role.QUOTE),
        (CONSTRUCTS["div.quote"], "The wall", Role.QUOTE),
        ("<h2>What the engineers found</h2>", "What the engineers", Role.HEADING),
        ("<ul><li>The wall is 210 metres long</li><li>It was built in 1911</li></ul>", "210", Role.LIST),
        ("<figure><img src='x'><figcaption>The wall in May</figcaption></figure>", "in May", Role.CAPTION),
        ("<figure><img src='x'><figcaption>The wall in May. © Per Moe, NordPix</figcaption></figure>", "in May", Role.CAPTION),
        ("<p class='related'><a href='/x'>Read more: Harbour tolls to rise in June</a></p>", "tolls", Role.RELATED),
        ("<div class='newsletter-signup'><p>Sign up for our morning briefing</p></div>", "briefing", Role.NEWSLETTER),
        ("<div class='ad-slot'>Advertisement</div>", "Advertisement", Role.ADVERT),
        ("<div class='share-bar'><a href='#'>Share</a> <a href='#'>Tweet</a></div>", "Tweet", Role.SHARE),
    ],
)  # fmt: skip
def test_what_stands_in_the_body_has_its_role(construct: str, words: str, role: Role) -> None:
    assert role_of(between(construct), words) is role


BODY = "".join(f"<p>{words}</p>" for words in PLAIN)
DISCLAIMER = "The views expressed in this column are the author’s own and not those of The Quay."


@pytest.mark.parametrize(
    ("after", "words", "role"),
    [
        (f"<p><em>{DISCLAIMER}</em></p>", "author’s own", Role.DISCLAIMER),
        ("<div id='comments'><h3>2 comments</h3><div class='comment'><b>Per</b><p>“Rubbish,” I say to that.</p></div></div>", "Rubbish", Role.COMMENTS),
        ("<div class='wpdiscuz'><p>Notify of</p><p>View all comments</p></div>", "Notify", Role.COMMENTS),
        ("<div><p>Inline Feedbacks</p></div>", "Inline", Role.COMMENTS),
        ("<aside class='related'><h3>Related stories</h3><ul><li><a href='/a'>‘We will not pay,’ says mayor of Ansel</a></li></ul></aside>", "mayor of Ansel", Role.RELATED),
        ("<div class='author-bio'><p>Ada Moen covers the ports for The Quay and is the author of two books.</p></div>", "Ada Moen", Role.BIO),
        ("<p>Correction: An earlier version of this article gave the wrong length of the wall.</p>", "wrong length", Role.CORRECTION),
    ],
)  # fmt: skip
def test_furniture_after_the_body_is_never_read(after: str, words: str, role: Role) -> None:
    article = page(BODY + after)
    assert role_of(article, words) is role
    assert not is_read(article, words)
    assert all(is_read(article, line) for line in PLAIN)


def test_a_disclaimer_at_the_top_is_none_of_the_article() -> None:
    article = page(f"<p><em>{DISCLAIMER}</em></p>{BODY}<p><em>{DISCLAIMER}</em></p>")
    assert len(article.of(Role.DISCLAIMER)) == 2


def test_head_lines_keep_their_roles() -> None:
    article = page(
        "<p class='standfirst'>The members want another report before they spend a penny.</p>"
        "<p class='byline'>By Ada Moen</p><time datetime='2026-03-03T17:42:00+01:00'>3 March 2026</time>"
        + BODY,
        before="<a class='kicker' href='/topics/ports'>Ports</a>",
    )
    found = {b.role: b.span.cut(article.text) for b in article.blocks}
    assert found[Role.HEADLINE] == "Harbour wall vote put off"
    assert found[Role.STANDFIRST].startswith("The members want")
    assert found[Role.BYLINE] == "By Ada Moen"
    assert found[Role.DATELINE] == "3 March 2026"
    assert found[Role.CATEGORY] == "Ports"
    assert article.byline == "Ada Moen"
    assert (article.published, article.published_is) == ("2026-03-03T17:42:00+01:00", "stated")


def test_hidden_words_are_kept_and_never_read() -> None:
    hidden = (
        "<p style='display:none'>Secret words that no reader of the page can see at all, ever.</p>"
    )
    article = between(hidden)
    assert not is_read(article, "Secret words")
    assert role_of(article, "Secret words") is not None


def test_each_block_says_where_it_is_from_and_why() -> None:
    article = between("")
    assert all(block.origin and block.origin.startswith("/html/body") for block in article.blocks)
    assert all(block.why for block in article.blocks)
    paragraphs = article.of(Role.PARAGRAPH)
    assert [b.origin for b in paragraphs] == [
        f"/html/body/main/article/p[{n}]" for n in range(1, 5)
    ]
