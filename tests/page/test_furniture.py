"""What is furniture and what is not, one class of line at a time."""

from __future__ import annotations

import textwrap

import pytest

from tests.page.pages import STORY, around, article, furniture, inside, marked, page

HEADLINE = "Ferry held in port for two days after steering fault"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("0 91", "share_counter"),
        ("1.2K shares 14 comments", "share_counter"),
        ("3 min read", "share_counter"),
        ("Leave a Reply", "comment_form"),
        ("Your email address will not be published. Required fields are marked *", "comment_form"),
        ("Post Comment", "comment_form"),
        ("Be the first to comment on this story", "comment_form"),
        ("Related Articles", "related"),
        ("You may also like", "related"),
        ("Most Read", "related"),
        ("Click here for the latest from the islands", "related"),
        ("Back to top button", "navigation"),
        ("Skip to main content", "navigation"),
        ("Home > News > Islands", "navigation"),
        ("Show More", "navigation"),
        ("About Author", "author_box"),
        ("This website uses cookies to make sure you get the best experience.", "cookie_notice"),
        ("Already a subscriber? Sign in", "subscription"),
        ("You have reached your limit of free articles this month.", "subscription"),
        ("Sign up for our daily briefing", "subscription"),
        ("Get the day's top stories straight to your inbox", "newsletter"),
        ("Advertisement", "advertisement"),
        ("Article continues below", "advertisement"),
        ("Watch: the moment the ferry came into port", "video_stub"),
        ("Media playback is unsupported on your device", "video_stub"),
        ("Inside the engine room | 02:14", "video_stub"),
        ("Image source, Harbour Press", "caption"),
        ("FILE PHOTO: The ferry at its berth last summer.", "caption"),
        ("Copyright 2023 Island Courier. All rights reserved.", "copyright"),
        ("(Reporting by Jane Roe; Editing by John Doe)", "reporting_credit"),
        ("With inputs from agencies", "reporting_credit"),
        ("Verified by SiteMetrics", "site_credit"),
        ("Follow us on Facebook and Twitter", "social"),
        ("Facebook Twitter WhatsApp Email", "social"),
        ("Do you have a story? Email us at desk@courier.example", "reader_appeal"),
        ("Updated 10:15 GMT, 4 November 2023", "timestamp_line"),
        ("Editor's note: the name of the ferry has been corrected.", "editors_note"),
        ("An earlier version of this article gave a wrong day.", "editors_note"),
        ('" "', "separator"),
        ("* * *", "separator"),
        ("<div class='ad-slot'></div>", "markup"),
        ("&nbsp;", "markup"),
        ("[/caption]", "markup"),
        ("https://courier.example/ferry", "link"),
    ],
)
def test_a_line_behind_the_story_is_marked(line: str, kind: str) -> None:
    assert furniture(around(after=(line,))) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "March to the harbour",
        "‘Stop this’",
        "What happens next?",
        "INJURY UPDATE",
        "• The owner has until Friday to answer the inspectors",
        "“We slept on the floor,” said one.",
        "It certainly was.",
    ],
)
def test_subheads_bullets_and_short_sentences_are_the_story(line: str) -> None:
    assert furniture(inside(line)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Watch officers had warned of the fault in the steering gear twice before Monday, he said.",
        "Share prices of the owner fell by three per cent in early trading on the exchange.",
        "Follow-up checks by inspectors found no other faults in the rest of the small fleet.",
        "Advertisers have left the paper since its report on the ferry line came out last week.",
        "Comments by the mayor that the line was unsafe were rejected by the owner on Tuesday.",
        "More than 40 people signed a letter to the company, which it did not answer in time.",
        "The photo was taken from the pier, and the newsletter of the club had used it since.",
    ],
)
def test_prose_that_begins_like_furniture_is_the_story(sentence: str) -> None:
    assert furniture(inside(sentence)) == []


def test_names_of_the_dead_are_the_story() -> None:
    names = (
        "The dead were named as:",
        "Ann Example, 34, a teacher",
        "Bo Sample, 7",
        "Cy Model, 61",
    )
    assert furniture(page(*STORY, *names)) == []


def test_a_list_in_the_tail_without_announcement_is_the_story() -> None:
    rows = ("Monday: 3 crossings", "Tuesday: 2 crossings", "Wednesday: 4 crossings")
    assert furniture(page(*STORY, *rows)) == []


def test_copies_of_the_headline_are_marked_and_the_first_is_not() -> None:
    second = "Steering Fault: Ferry Held in Port Two Days"
    text = around(before=(HEADLINE, HEADLINE, second))
    assert furniture(text) == [("repeated_title", HEADLINE), ("repeated_title", second)]


def test_a_label_before_the_headline_is_marked() -> None:
    assert furniture(around(before=("Island news", HEADLINE))) == [("section_label", "Island news")]


def test_headlines_behind_read_more_are_links() -> None:
    links = ("Mayor wants a second ferry for the islands", "What the inspectors said in spring")
    assert marked(around(after=("Read more:", *links))) == ["Read more:", *links]


def test_an_unknown_short_line_in_the_tail_is_marked() -> None:
    assert furniture(around(after=("Show More", "Island desk weekly"))) == [
        ("navigation", "Show More"),
        ("trailing_label", "Island desk weekly"),
    ]


def test_an_open_line_that_stands_twice_is_marked() -> None:
    text = page(STORY[0], "Rosa Lens", STORY[1], "Rosa Lens", *STORY[2:])
    assert furniture(text) == [("repeated_line", "Rosa Lens")] * 2


def test_a_long_line_without_full_stop_is_a_caption() -> None:
    caption = "Passengers who waited on the pier were given blankets and tea by the harbour crew"
    assert furniture(inside(caption)) == [("caption", caption)]


def test_where_paragraphs_do_not_close_open_lines_are_the_story() -> None:
    lines = tuple(line.rstrip(".") for line in STORY)
    assert furniture(page(*lines)) == []


@pytest.mark.parametrize(
    "caption",
    [
        "Passengers wait on the pier. (Rosa Lens/Harbour Press)",
        "The ferry at its berth on Monday. Photograph: Rosa Lens/AP",
        "The ferry (pictured) was held for two days.",
        "The ferry in port, November 6, 2023. REUTERS/Rosa Lens",
        "The ferry came back to its berth on Monday (Reuters)",
    ],
)
def test_captions_that_say_so(caption: str) -> None:
    assert furniture(inside(caption)) == [("caption", caption)]


def test_the_name_of_a_chart_goes_with_its_source() -> None:
    chart = ("Crossings cancelled by year", "Source: harbour authority")
    assert marked(inside(*chart)) == list(chart)


def test_a_date_stamp_before_the_story_is_a_piece_of_its_line() -> None:
    text = page(f" date 2023-11-08 {STORY[0]}", *STORY[1:])
    assert furniture(text) == [("timestamp_line", "date 2023-11-08")]


def test_a_note_behind_the_last_sentence_is_a_piece_of_its_line() -> None:
    note = "(This story has not been edited by Courier staff.)"
    text = page(*STORY[:-1], f"{STORY[-1]} {note}")
    assert furniture(text) == [("editors_note", note)]


def test_a_short_link_in_a_quoted_post_is_markup_and_the_post_is_not() -> None:
    post = (
        "No ferry today, we are told! pic.twitter.com/AbC123 — Ann (@ann_example) November 6, 2023"
    )
    assert furniture(inside(post)) == [("markup", "pic.twitter.com/AbC123")]


def test_a_wall_of_links_is_a_menu() -> None:
    menu = " ".join(["News Sport Weather Islands Harbour Opinion Archive Letters Travel"] * 4)
    assert furniture(around(before=(menu,))) == [("navigation", menu)]


def test_a_form_in_one_line_is_a_newsletter() -> None:
    form = (
        "The briefing Please verify you're not a robot. Invalid email address. Please re-enter. You must select a"
        " newsletter to subscribe to. Thank you for subscribing. An error has occurred."
    )
    assert furniture(inside(form)) == [("newsletter", form)]


def test_a_page_of_nothing_but_links_is_all_furniture() -> None:
    lines = ("Subscribe to Updates", "TEST SERIES", "MONTHLY MAGAZINES", "Archives")
    assert marked(page(*lines)) == list(lines)


def test_wrapped_lines_are_paragraphs() -> None:
    wrapped = "\n\n".join(textwrap.fill(line, 60) for line in STORY)
    assert furniture(wrapped) == []
    assert article(wrapped).title is None
    again = page(HEADLINE, "", wrapped, "", "Leave a Reply")
    assert marked(again) == ["Leave a Reply"]
    assert article(again).title == HEADLINE


def test_one_open_line_of_prose_is_no_menu() -> None:
    text = " ".join(STORY) + " The owner did not answer"
    assert furniture(page(text, "Share")) == [("social", "Share")]


def test_a_footnote_mark_does_not_open_a_sentence() -> None:
    line = "The ferry was built in the yard of the town, as were two of the others.[3]"
    assert furniture(inside(line)) == []
