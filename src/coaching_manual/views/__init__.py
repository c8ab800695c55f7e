"""Plain data for macros and page templates: looked up, sorted and grouped, ready to be written down.

Templates call these functions and add markup, nothing else; print packs, search records and exports
read the same data. Functions are pure: the same index and uses give the same views.
"""

from coaching_manual.languages import in_words, listed
from coaching_manual.views.contact import page_feedback, word_request
from coaching_manual.views.measure_words import year_label
from coaching_manual.views.shapes import PageUse, Question, TermLink
from coaching_manual.views.texts import first_letter, in_running_text
from coaching_manual.views.views import Views

__all__ = [
    "PageUse",
    "Question",
    "TermLink",
    "Views",
    "first_letter",
    "in_running_text",
    "in_words",
    "listed",
    "page_feedback",
    "word_request",
    "year_label",
]
