"""Words that rate people: no form, no growth text and no conversation guide needs them."""

from __future__ import annotations

import re

RATING_WORDS = re.compile(
    r"\b(?:unsatisfactory|satisfactory|needs? improvement|proficient(?:ly)?|(?:in|highly )?effective|"
    r"rated|scor(?:e|es|ed) (?:an? )?\d|"
    r"weak(?:ness(?:es)?)?|poor|excellent|outstanding|mediocre|"
    r"(?:meets?|exceeds?|below|above) (?:the |all )?(?:standards?|expectations?|average)|"
    r"(?:good|great|bad) (?:job|teacher|lesson|employee|worker)|unprofessional|lazy|careless)\b",
    re.IGNORECASE,
)
