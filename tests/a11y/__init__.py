"""Whether everybody can use the site: each page of the built site, looked at in a real browser.

``make a11y`` runs all of it (see ``__main__``). The parts, in the order in which they work:

- ``tools`` installs the engines, ``sites`` reads the built pages, ``kinds`` picks the pages that show everything once;
- ``screens`` and ``browsing`` open a page as somebody may meet it;
- the checks: ``engines``, ``walk``, ``layout``, ``controls``, ``traffic``, ``states``, ``fallbacks`` in the browser,
  ``content``, ``languages``, ``frame``, ``markup`` on the HTML;
- ``plan`` says which check runs where, ``run`` does it on two processors, ``known`` takes out the exceptions,
  ``report`` prints and writes what came of it;
- ``seeded`` first proves each check on pages with one fault each.
"""
