"""The site's own look, laid over Material for MkDocs.

MkDocs imports this package before it imports Material, so this is where both vendors' start-up notices
(Material's, and the one that ProperDocs' helpers print) are switched off: they are for developers, and
README says what they say.
"""

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
