"""Finding the words of the common language in texts, and marking them on pages."""
