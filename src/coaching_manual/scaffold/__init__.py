"""Writing into the vocabulary for a coordinator: the skeleton of a new term, or one more name of a term.

What an editor has written stays as it is: only what is new is put in.
"""

from coaching_manual.scaffold.aliases import ALIAS_KINDS, Alias, NewAlias, new_alias
from coaching_manual.scaffold.terms import NewTerm, new_term
from coaching_manual.scaffold.writing import ScaffoldError

__all__ = ["ALIAS_KINDS", "Alias", "NewAlias", "NewTerm", "ScaffoldError", "new_alias", "new_term"]
