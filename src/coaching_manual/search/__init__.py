"""Search: what can be found, the files that a browser loads, and the one matcher that answers.

The matcher is written in JavaScript (``browser/``) and runs unchanged in the reader's browser and, through
Node.js, in the check and on the command line. It knows nothing of the site builder: ``site`` only hands over pages.
"""

from coaching_manual.search.engine import Engine, Find
from coaching_manual.search.files import SearchSite, answering_files, keys_of
from coaching_manual.search.records import SearchPage, SearchRecords, SearchTerm, search_records
from coaching_manual.search.sections import TextSection, sections_of

__all__ = [
    "Engine",
    "Find",
    "SearchPage",
    "SearchRecords",
    "SearchSite",
    "SearchTerm",
    "TextSection",
    "answering_files",
    "keys_of",
    "search_records",
    "sections_of",
]
