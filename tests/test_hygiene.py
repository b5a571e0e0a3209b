"""What each part may bring with it, and how large it may get."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import feltsense

SOURCE = Path(feltsense.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
HEAVY = frozenset(
    [
        "numpy",
        "onnxruntime",
        "hibari",
        "soxr",
        "lameenc",
        "mutagen",
        "PIL",
        "pyttsx3",
        "textual",
        "asyncio",
        "docx",
        "lxml",
    ]
)
MOST_LINES, MOST_IN_A_FUNCTION = 400, 40


def imported_by(code: str) -> set[str]:
    """Return the packages that are loaded once `code` has run in an interpreter of its own."""
    told = f"{code}\nimport sys; sys.stdout.write('\\n' + ' '.join(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in ran.stdout.splitlines()[-1].split()}


@pytest.mark.parametrize(
    "command",
    [
        "--help",
        "--version",
        "import --help",
        "listen --help",
        "new --help",
        "watch --help",
        "list",
        "suggest panic",
        "suggest suicide",
        "courses",
        "check feet-on-the-floor",
        "check --explain L03",
        "soundscapes",
        "journal list",
        "render --help",
        "phone --help",
        "share --help",
        "show --help",
        "play --help",
        "completion bash",
    ],
)
def test_quick_commands_load_nothing_heavy(command: str) -> None:
    assert imported_by(f"from feltsense.cli.main import main; main({command.split()!r})") & HEAVY == set()


@pytest.mark.parametrize(
    "module",
    [
        "feltsense.script.parser",
        "feltsense.check.checker",
        "feltsense.timeline.compose",
        "feltsense.timeline.document",
        "feltsense.journal.export",
        "feltsense.journal.store",
        "feltsense.system.settings",
        "feltsense.care.helplines",
    ],
)
def test_language_timeline_journal_and_settings_load_no_engine(module: str) -> None:
    assert imported_by(f"import {module}") & HEAVY == set()


def test_the_engine_tells_nobody_anything() -> None:
    engine = "from feltsense.voice.heart.engine import HeartEngine"
    asked = f"import os\n{engine}\nassert os.environ['ORT_DISABLE_TELEMETRY'] == '1'"
    assert "onnxruntime" in imported_by(asked)


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def test_files_and_functions_stay_small(trees: dict[Path, ast.Module]) -> None:
    lines = [(path, len(path.read_text(encoding="utf-8").splitlines())) for path in FILES]
    assert [(path, length) for path, length in lines if length > MOST_LINES] == []
    nodes = [(path, node) for path, tree in trees.items() for node in ast.walk(tree)]
    lengths = [
        (path, node.name, (node.end_lineno or node.lineno) - node.body[0].lineno + 1)
        for path, node in nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert len(lengths) > len(FILES)
    assert [found for found in lengths if found[-1] > MOST_IN_A_FUNCTION] == []


def test_every_file_says_what_it_is_for(trees: dict[Path, ast.Module]) -> None:
    told = {path for path, tree in trees.items() if ast.get_docstring(tree)}
    assert [path for path in FILES if path.name != "__init__.py" and path not in told] == []


def imports(tree: ast.Module) -> set[str]:
    """Return the modules of ours that a file imports anywhere in it, for types alone or late included."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = {f"{node.module}.{each.name}" for each in node.names}
            found |= {name if name in MODULES else node.module for name in names}
        elif isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    return found & MODULES.keys()


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in FILES}


def test_no_module_imports_itself_by_way_of_others(trees: dict[Path, ast.Module]) -> None:
    """Type-only and late imports count too: a circle is two files that cannot be understood one at a time."""
    graph = {name: imports(trees[path]) - {name} for name, path in MODULES.items()}
    left = set(graph)
    while free := {name for name in left if not graph[name] & left}:
        left -= free
    assert left == set(), "these import each other, or something that does"


PLUG_IN_NAMES = frozenset(["command", "open_voice", "read", "statuses"])
"""Functions that each module of a kind must define: a command, a voice, a reader."""


def test_no_public_name_means_two_things(trees: dict[Path, ast.Module]) -> None:
    places: dict[str, list[str]] = {}
    for name, path in MODULES.items():
        for node in trees[path].body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith(
                "_"
            ):
                places.setdefault(node.name, []).append(name)
    assert {name: found for name, found in places.items() if len(found) > 1 and name not in PLUG_IN_NAMES} == {}


PRINTS = frozenset(["print", "click.echo", "click.secho", "click.confirm", "click.prompt", "click.style"])


def test_the_command_line_prints_in_one_place(trees: dict[Path, ast.Module]) -> None:
    """Only there are control characters of files, names and answers kept from the terminal."""
    found = []
    for path in sorted((SOURCE / "cli").rglob("*.py")):
        nodes = ast.walk(trees[path])
        called = {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}
        if path.name != "output.py" and called & PRINTS:
            found.append(path.name)
    assert found == []


ARTEFACT = re.compile(
    r"\.(?:mp3|wav|flac|ogg|opus|m4a|lrc|vtt|timeline\.json|part|feltsense-part|draft|db|db-wal|db-shm|speech|writing|pyc|whl|tar\.gz)$"
    r"|(?:^|/)(?:\.part-|\.DS_Store$|nohup\.out$)"
)
"""What programs leave behind, and no person writes."""


@pytest.mark.parametrize(
    "path",
    [
        "feet.mp3",
        "out/a.timeline.json",
        "a.db-wal",
        "x/.part-journal",
        "x/.a.mp3.1-2.part",
        ".a.md.1f3a-47-9c0e77d2.feltsense-part",
    ],
)
def test_an_artefact_is_known_by_its_name(path: str) -> None:
    assert ARTEFACT.search(path)


def test_nothing_that_was_made_is_in_the_repository() -> None:
    root = Path(__file__).parents[1]
    if shutil.which("git") is None or not (root / ".git").exists():
        pytest.skip("this is no checkout")
    ran = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    files = [name for name in ran.stdout.split("\0") if name]
    assert "pyproject.toml" in files
    assert [name for name in files if ARTEFACT.search(name) and not name.startswith("tests/")] == []
    empty = [name for name in files if (root / name).is_file() and not (root / name).stat().st_size]
    assert [name for name in empty if Path(name).name not in ("py.typed", "__init__.py")] == []


def test_the_map_of_the_architecture_names_what_is_there() -> None:
    root = Path(__file__).parents[1]
    text = (root / "docs" / "architecture.md").read_text("utf-8")
    assert len(text.splitlines()) < 150
    named = set(re.findall(r"`([a-z_]+/[a-z_/]*(?:\.py)?)`", text))
    assert len(named) > 40
    folders = (root, SOURCE, SOURCE / "voice")
    assert {each for each in named if not any((folder / each).exists() for folder in folders)} == set()
