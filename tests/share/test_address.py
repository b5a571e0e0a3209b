"""Under which address and port is shared."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address
from pathlib import Path
from typing import Self

import pytest
from sharing import HERE

from feltsense.errors import ShareError
from feltsense.share import address as address_module
from feltsense.share.address import (
    FIRST_PORT,
    LAST_PORT,
    TakenPlace,
    is_at_home,
    own_address,
    parse_address,
    take_place,
)
from feltsense.system.settings import change_settings, load_settings


class Probe:
    """A socket that tells a made-up address, or that there is no way out."""

    def __init__(self, found: str | OSError) -> None:
        self._found = found

    def __call__(self, *_: object) -> "Probe":
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def connect(self, _: object) -> None:
        if isinstance(self._found, OSError):
            raise self._found

    def getsockname(self) -> tuple[object, int]:
        return (self._found, 1)


@pytest.mark.parametrize("found", ["192.168.1.20", "10.1.2.3", "172.31.255.1", "169.254.3.4", "100.64.1.1"])
def test_the_own_address_is_found(monkeypatch: pytest.MonkeyPatch, found: str) -> None:
    monkeypatch.setattr(socket, "socket", Probe(found))
    assert own_address() == IPv4Address(found)


@pytest.mark.parametrize("found", [OSError(101, "Network is unreachable"), "127.0.0.1", "0.0.0.0"])  # noqa: S104
def test_without_a_network_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch, found: str | OSError) -> None:
    monkeypatch.setattr(socket, "socket", Probe(found))
    with pytest.raises(ShareError, match="in no network") as told:
        own_address()
    assert "feltsense share NAME… --address" in told.value.hint


def test_an_address_in_the_internet_is_taken_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", Probe("8.8.4.4"))
    with pytest.raises(ShareError, match="open to the internet") as told:
        own_address()
    assert "feltsense share NAME… --address 8.8.4.4" in told.value.hint, "a command that works"


@pytest.mark.parametrize(
    ("address", "at_home"),
    [("192.168.0.1", True), ("127.0.0.1", True), ("172.32.0.1", False), ("192.0.2.1", False), ("11.0.0.1", False)],
)
def test_which_addresses_are_at_home(address: str, at_home: bool) -> None:  # noqa: FBT001 - a table
    assert is_at_home(IPv4Address(address)) is at_home


@pytest.mark.parametrize("text", ["", "here", "192.168.1", "192.168.1.20:80", "fe80::1%eth0", "0.0.0.0", "224.0.0.1"])  # noqa: S104
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ShareError) as told:
        parse_address(text)
    assert told.value.hint
    assert parse_address(" 10.0.0.7 ") == IPv4Address("10.0.0.7")


@contextmanager
def taken(home: Path, port: int | None = None) -> Iterator[TakenPlace]:
    place = take_place(home, HERE, port)
    try:
        yield place
    finally:
        place.server.server_close()


def port_of(place: TakenPlace) -> int:
    return int(place.server.server_address[1])


def listening() -> socket.socket:
    made = socket.create_server((str(HERE), 0))
    made.listen()
    return made


def test_the_port_is_chosen_once(tmp_path: Path) -> None:
    with taken(tmp_path) as place:
        first = port_of(place)
        assert FIRST_PORT <= first <= LAST_PORT
        assert place.notes == ("127.0.0.1 is this machine alone: no phone reaches it.",)
    with taken(tmp_path) as place:
        assert port_of(place) == first == load_settings(tmp_path).share_port


def test_where_it_is_in_use_another_is_taken_for_this_time_and_told(tmp_path: Path) -> None:
    with listening() as other:
        busy = other.getsockname()[1]
        change_settings(tmp_path, share_port=busy)
        with taken(tmp_path) as place:
            assert port_of(place) != busy
            assert str(busy) in place.notes[-1]
            assert str(port_of(place)) in place.notes[-1]
    assert load_settings(tmp_path).share_port == busy


def test_the_token_is_another_each_time_unless_it_is_to_stay(tmp_path: Path) -> None:
    tokens = []
    for same_address in (None, None, True, None, True, False, None):
        place = take_place(tmp_path, HERE, same_address=same_address)
        place.server.server_close()
        tokens.append(place.token)
    other, another, kept, *still, new, last = tokens
    assert still == [kept, kept]
    assert len({other, another, kept, new, last}) == 5
    assert {len(token) for token in tokens} == {22}


def test_a_port_that_is_asked_for_is_taken_and_remembered(tmp_path: Path) -> None:
    with listening() as other:
        free = other.getsockname()[1]
    with taken(tmp_path, free) as place:
        assert port_of(place) == free
    assert load_settings(tmp_path).share_port == free


def test_a_port_that_is_asked_for_and_in_use_is_an_error(tmp_path: Path) -> None:
    with listening() as other, pytest.raises(ShareError, match="is in use") as told:
        take_place(tmp_path, HERE, other.getsockname()[1])
    assert "--port" in told.value.hint
    assert load_settings(tmp_path).share_port is None


def test_a_port_that_cannot_be_remembered_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with taken(tmp_path / "file") as place:
        assert "not remembered" in place.notes[-1]


def test_an_address_of_another_machine_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address_module, "own_address", lambda: IPv4Address("192.168.7.7"))
    with pytest.raises(ShareError, match="does not have the address") as told:
        take_place(tmp_path, IPv4Address("192.0.2.77"))
    assert "192.168.7.7" in told.value.hint


def test_an_open_address_is_told() -> None:
    assert "open to the internet" in address_module._about(IPv4Address("8.8.4.4"))[0]
    assert address_module._about(IPv4Address("192.168.1.20")) == []


@pytest.mark.parametrize("port", [22, 6000, 10080])
def test_a_port_at_which_browsers_open_nothing_is_refused_and_not_remembered(tmp_path: Path, port: int) -> None:
    with pytest.raises(ShareError, match="no page at port") as told:
        take_place(tmp_path, HERE, port)
    assert "another port" in told.value.hint
    assert load_settings(tmp_path).share_port is None


def test_no_port_that_is_chosen_is_one_of_those() -> None:
    assert not {port for port in address_module._SHUT if FIRST_PORT <= port <= LAST_PORT}
