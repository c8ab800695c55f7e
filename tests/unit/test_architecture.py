"""The rooms of the house: who may know whom (see CONTRIBUTING)."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "src" / "coaching_manual"
ROWS = (
    {"problems"},
    {
        "source",
        "languages",
        "page_kinds",
        "tables",
        "typography",
        "measuring",
        "terms",
        "figures",
        "markup",
        "blocks",
        "headings",
        "answers",
    }
    | {"reading_time", "text_messages"}
    | {"look", "reports", "fixes"},
    {"model", "explain"},
    {"structure", "pages", "project"},
    {"index", "schedule"},
    {"plan"},
    {"views", "addresses", "search"},
    {"rules", "render", "calls", "bilingual"},
    {"schema", "scaffold", "translate", "folders", "record_pages", "calendars", "coverage"},
    {"manual"},
    {"publish", "print", "results", "selection", "reviews", "surroundings"},
    {"write", "site"},
    {"arguments", "commands", "cli"},
)
ROW_OF = {module: number for number, row in enumerate(ROWS) for module in row}


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "coaching_manual")


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> Iterator[Path]:
    for path in PACKAGE.rglob("*.py"):
        if room_of(path) not in {"__init__", "theme"}:
            yield path


def test_every_module_has_its_row() -> None:
    assert {room_of(path) for path in modules()} == set(ROW_OF)


def test_imports_lead_upward_only() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in modules()
        for name in imports_of(path)
        if name.startswith("coaching_manual.") and ROW_OF[name.split(".")[1]] > ROW_OF[room_of(path)]
    ]
    assert wrong == []


def test_only_site_imports_mkdocs() -> None:
    importing = {
        room_of(path) for path in modules() if any(name.split(".")[0] == "mkdocs" for name in imports_of(path))
    }
    assert importing == {"site"}


def test_contributing_names_every_module() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    missing = [module for module in ROW_OF if f"`{module}`" not in text and f"`{module}/`" not in text]
    assert missing == []


def test_every_check_is_called() -> None:
    defined, called = set(), set()
    for path in (PACKAGE / "rules").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("check_"):
                defined.add(node.name)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                called.add(node.func.id if isinstance(node.func, ast.Name) else node.func.attr)
    assert len(defined) > 30
    assert defined - called == set()


def test_check_runs_without_mkdocs() -> None:
    program = (
        "import sys\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in {'mkdocs', 'material', 'properdocs'}:\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Refuse())\n"
        "from coaching_manual.cli import main\n"
        "sys.exit(main(['check']))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
