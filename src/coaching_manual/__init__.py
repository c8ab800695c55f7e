"""Builds a district's coaching manual from checked YAML, Markdown and Jinja macros."""
