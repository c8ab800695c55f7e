"""The site's own frame and look: templates, styles and scripts, and nothing of another theme.

MkDocs imports this package early, so this is where the start-up notices of Material (which other plugins may
bring along) and of ProperDocs' helpers are switched off: they are for developers, and README says what they say.
"""

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
