"""How Lighthouse rates the main kinds of pages, as a phone: see ``__main__``."""
