"""Under which address and port of this machine is shared. IPv4 only; nothing is sent to find it."""

import errno
import os
import random
import secrets
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path
from typing import Any

from feltsense.errors import SettingsError, ShareError, reason_of
from feltsense.share.server import ShareServer
from feltsense.system.settings import change_settings, load_settings

_ELSEWHERE = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737): the system says from where it would be reached, and sends nothing."""

_AT_HOME = tuple(
    map(
        IPv4Network,
        ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8"),
    )
)
"""Networks that are not reached from the internet."""

FIRST_PORT, LAST_PORT = 20_000, 29_999
"""From here a port is chosen once: systems take none of these for connections of their own."""

_SHUT = frozenset(
    [
        *(1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109),
        *(110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530),
        *(531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045),
        *(4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080),
    ]
)
"""Ports at which browsers open no page, as other services have them (“bad ports” of the Fetch standard)."""

_TRIES = 20
_TOKEN_BYTES = 16
_WIFI = "Connect it with the Wi-Fi of the phone, or name its IPv4 address: feltsense share NAME… --address 192.168.…"


def new_token() -> str:
    """Return 22 random characters."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


@dataclass(frozen=True, slots=True)
class TakenPlace:
    """A server that has its port, and what is to be told about it."""

    server: ShareServer
    notes: tuple[str, ...] = ()
    token: str = field(default_factory=new_token)
    """What its addresses begin with; nobody can guess it."""


def own_address() -> IPv4Address:
    """Return the address of this machine in the home network.

    Raises:
        ShareError: it is in no network, or in one that is open to the internet.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            found = IPv4Address(probe.getsockname()[0])
        except OSError as error:
            raise ShareError("This machine is in no network now.", _WIFI) from error
    if found.is_loopback or found.is_unspecified:
        raise ShareError("This machine is in no network now.", _WIFI)
    if not is_at_home(found):
        raise ShareError(
            f"This machine's address is {found}. It may be open to the internet, so nothing is shared there.",
            f"If that is meant: feltsense share NAME… --address {found}. Else connect it with a home network.",
        )
    return found


def is_at_home(address: IPv4Address) -> bool:
    """Tell whether an address is one of a home network, or of this machine alone."""
    return any(address in network for network in _AT_HOME)


def parse_address(text: str) -> IPv4Address:
    """Return the address that somebody has typed.

    Raises:
        ShareError: it is none that can be shared under.
    """
    try:
        address = IPv4Address(text.strip())
    except ValueError as error:
        hint = "One with colons (IPv6) does not work here." if ":" in text else "One is like 192.168.1.20."
        raise ShareError(f"“{text}” is no address of a machine.", hint) from error
    if address.is_unspecified or address.is_multicast or address == IPv4Address("255.255.255.255"):
        raise ShareError(
            f"{address} stands for many addresses, and sharing takes one.",
            "Leave --address away, and it is found by itself.",
        )
    return address


def take_place(
    home: Path, address: IPv4Address | None = None, port: int | None = None, *, same_address: bool | None = None
) -> TakenPlace:
    """Take the port that sharing always has, so that what the phone keeps is found again, and remember it.

    Args:
        home: the data folder, with the settings.
        address: the one to share under; None to find it.
        port: one that was asked for; None for the remembered one. Another is taken only where that one is in use.
        same_address: whether the token stays the same from now on, for bookmarks and podcast apps; None for as the last
            time. Where it does not, it is another one each time.

    Raises:
        ShareError: there is no network, no such address, or the port that was asked for is in use or of no use.
    """
    if port in _SHUT:
        raise ShareError(f"Browsers open no page at port {port}.", "Name another port, or leave --port away.")
    host = address or own_address()
    notes = _about(host)
    settings = load_settings(home)
    remembered = settings.share_port
    wanted = port or remembered
    server = _server(host, wanted) if wanted else None
    if server is None and port:
        raise ShareError(
            f"Port {port} is in use by another program, or by another feltsense share.",
            "End that one, name another port, or leave --port away.",
        )
    if server is None:
        server = _any_server(host)
        if wanted:
            notes.append(_other_port(wanted, server))
    taken = server.server_address[1]
    if taken != remembered and (port or not remembered):
        notes += _remember(home, share_port=taken)
    token = settings.share_token
    if same_address is not None and same_address is not bool(token):
        token = new_token() if same_address else ""
        notes += _remember(home, share_token=token)
    return TakenPlace(server, tuple(notes), token or new_token())


def _about(host: IPv4Address) -> list[str]:
    if host.is_loopback:
        return [f"{host} is this machine alone: no phone reaches it."]
    return [] if is_at_home(host) else [f"{host} may be open to the internet: whoever has the address can listen."]


def _other_port(wanted: int, server: ShareServer) -> str:
    return (
        f"Port {wanted} is in use, perhaps by another feltsense share. This time it is {server.server_address[1]}. "
        "A phone keeps its practices by address and port: it shows the earlier ones under the other port only."
    )


def _any_server(host: IPv4Address) -> ShareServer:
    for port in _ports():
        server = _server(host, port)
        if server is not None:
            return server
    raise ShareError("No free port was found.", "Name one: --port 8080.")


def _ports() -> Iterator[int]:
    yield from random.sample(range(FIRST_PORT, LAST_PORT + 1), _TRIES)
    yield 0  # whichever the system gives


def _server(host: IPv4Address, port: int) -> ShareServer | None:
    """Return a server at a port; None where that is in use.

    Raises:
        ShareError: it cannot be had for another reason.
    """
    try:
        return ShareServer(str(host), port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE or (os.name == "nt" and error.errno == errno.EACCES):
            return None
        if error.errno == errno.EADDRNOTAVAIL:
            raise ShareError(f"This machine does not have the address {host}.", _own_hint()) from error
        if isinstance(error, PermissionError):
            raise ShareError(f"Port {port} may not be used here.", "One above 1023 may: --port 8080.") from error
        raise ShareError(
            f"Nothing can be shared at {host}:{port}: {reason_of(error)}.", "Name another: --address, --port."
        ) from error


def _own_hint() -> str:
    try:
        return f"Its address is {own_address()}. Leave --address away, and that is taken."
    except ShareError:
        return _WIFI


def _remember(home: Path, **changes: Any) -> list[str]:
    """Keep settings for the next time; return what is to be told where that fails."""
    try:
        change_settings(home, **changes)
    except SettingsError as error:
        return [f"The address is not remembered, so the next one may be another. {error.message}"]
    return []
