"""The print room: pages of the manual as accessible PDFs, in packs.

The story: ``families`` say which packs there are; ``document`` turns a pack's pages into plain data (``sources`` and
``tree`` read them, ``setting`` and ``tables`` decide how they are set); ``typeset`` lets Typst draw them with the
templates in macros/print/; ``finish`` adds fields and row headers; ``gate`` refuses what is not accessible; and
``press`` does this for what has changed. It needs no site builder, no browser and no network.
"""
