"""How well and how fast search answers, side by side with the search that Material brings."""
