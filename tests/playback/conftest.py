from collections.abc import Iterator

import pytest
from null_sink import PROGRAMS, NullSink

from tests_support import need


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NullSink]:
    need(*PROGRAMS)
    made = NullSink(tmp_path_factory.mktemp("sink"))
    made.start()
    yield made
    made.kill()


@pytest.fixture
def sink(server: NullSink, monkeypatch: pytest.MonkeyPatch) -> NullSink:
    """The one loudspeaker that there is."""
    for name, value in {**server.environment, "HOME": str(server.home)}.items():
        monkeypatch.setenv(name, value)
    return server
