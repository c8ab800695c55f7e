"""Holding a roster against what a role publishes: reading it, judging nothing but facts, and reporting.

The roster stays on the machine of whoever has it, and outside the project. People decide; this only counts.
"""
