"""What is built can be installed in an empty environment, and renders there."""

import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


def run(*command: str, cwd: Path | None = None) -> str:
    """Return what a program said; its error is the test's."""
    ran = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and the wheel from it, as is done for a release."""
    folder = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    return folder


def test_the_source_distribution_holds_what_building_and_testing_need(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = ["Makefile", "README.md", "LICENSE", "exercises/feet-on-the-floor.md", "tests/test_package.py"]
    assert set(needed) <= names
    assert not [name for name in names if ".venv" in name or name.endswith((".pyc", ".speech", ".mp3"))]


def test_the_wheel_holds_the_exercises_and_nothing_that_is_not_ours(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    scripts = {path.name for path in (ROOT / "exercises").glob("*.md")}
    assert {Path(name).name for name in names if name.startswith("feltsense/exercises/")} == scripts
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"feltsense"}
    assert {"feltsense/py.typed", "feltsense/care/gb.toml", "feltsense/care/world.toml"} <= set(names)


def test_the_wheel_renders_an_exercise_in_an_empty_environment(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "env"))
    binaries = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    python = str(binaries / "python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", str(wheel))
    # the packages it depends on are lent by this environment, as there may be no network; feltsense itself is not
    # among them: a .pth line adds their folder behind the environment's own, and lines within that folder do nothing
    own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    (Path(own.strip()) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    where = run(python, "-c", "import feltsense; print(feltsense.__file__)")
    assert Path(where.strip()).is_relative_to(tmp_path / "env")
    (tmp_path / "phone").mkdir()
    program = str(binaries / "feltsense")
    told = run(program, "--workspace", str(tmp_path), "render", "feet-on-the-floor", cwd=tmp_path / "phone")
    assert told == "feet-on-the-floor.mp3\n"
    assert (tmp_path / "phone" / "feet-on-the-floor.mp3").stat().st_size > 100_000
