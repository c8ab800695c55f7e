"""Reports for those who look after the manual: what is due, and how easy its pages are to read.

They advise. Nothing here stops a build, and nothing counts as a problem.
"""

from coaching_manual.reviews.due import Limits, due_report
from coaching_manual.reviews.writing import Aim, writing_report

__all__ = ["Aim", "Limits", "due_report", "writing_report"]
