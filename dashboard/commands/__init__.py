"""The command line: the same functions as the screen, printed.

Each command is a module of its name, and imported only when it is asked for.
"""

from typing import Final

COMMANDS: Final = {
    "score": "Print legs and corridors with all their readings, as CSV or JSON.",
    "exposure": (
        "Print the kilometres of each leg in each country: leg_id,iso3,km. Open water is SEA, "
        "unmatched kilometres are NONE."
    ),
    "explain": "Print how a figure comes about: every value, weight and part, as the screen says.",
    "compare": "Print a table behind the page Compare, as CSV.",
    "alternatives": (
        "Print ways between two places of the published corridors, as JSON, for comparison."
    ),
    "evaluate": "Print every figure of an index for every unit of a table, as CSV.",
    "paths": "Print the lowest paths from one node of an edge table to another, as JSON.",
    "export": "Write what the filters leave into a file, as the page Download does.",
    "check": "Read a file of legs and places of your own and say what is wrong with it.",
    "brief": "Write a story as a file that is shown, printed or handed out without a network.",
    "workspace": "Open, save, look through, restore and check a workspace of your own data.",
}
