"""What a bare text betrays: headline, outlet, dateline, credits, stated date, furniture, language.

`describe` turns a `Document`, as it left its reader, into an `Article`. Whatever the container gave
(title, outlet, date, language) wins over what the words say. The text is never changed: everything
found is a span of it. Kinds of furniture: separator, markup, link, navigation, social, share_counter,
comment_form, related, editors_note, author_box, byline, cookie_notice, subscription, newsletter,
advertisement, video_stub, caption, copyright, reporting_credit, site_credit, reader_appeal,
timestamp_line, repeated_title, repeated_line, section_label, trailing_label.
"""

from __future__ import annotations

from dragoman.page.describe import article_id, describe

__all__ = ["article_id", "describe"]
