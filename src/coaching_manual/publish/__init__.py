"""What turns a built folder into a published site: its policy, its offline copy on the reader's device, its pictures.

Nothing here knows a site builder: functions take the folder of a finished site and plain values.
"""

from coaching_manual.publish.carried import pack
from coaching_manual.publish.policy import PolicyError
from coaching_manual.publish.publication import Publication, PublishedPage, card_path, publish

__all__ = ["PolicyError", "Publication", "PublishedPage", "card_path", "pack", "publish"]
