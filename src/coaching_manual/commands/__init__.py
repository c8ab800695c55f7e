"""What each command of the command line does: one file a family, each with only the imports that it needs.

``arguments`` names the function of a command, and ``cli`` loads its file only when the command is asked for.
"""
