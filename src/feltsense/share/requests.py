"""What is answered to a request: which file, which part of it, or a short refusal that tells nothing. Pure.

Who does not know the token gets the same answer for everything, whether it is there or not.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hmac import compare_digest
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

from feltsense.share.content import ServedFile
from feltsense.share.incoming import MOST_BYTES
from feltsense.share.ranges import (
    UnsatisfiableRangeError,
    if_none_match_holds,
    if_range_holds,
    requested_range,
)

CHECK_INS = "checkins"
"""Where the page sends what was answered, below the token."""

_JSON = "application/json"
_READING = ("GET", "HEAD")
_ABSOLUTE = re.compile(r"http://(?P<authority>[^/?#]*)(?P<path>/[^#]*)?", re.IGNORECASE)
_LENGTH = re.compile(r"[0-9]{1,18}")
_NO_HEADERS: Mapping[str, str] = {}

REFUSALS: Mapping[HTTPStatus, str] = {
    HTTPStatus.BAD_REQUEST: "This cannot be understood.",
    HTTPStatus.FORBIDDEN: "Not from there.",
    HTTPStatus.NOT_FOUND: "There is nothing here.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This cannot be done here.",
    HTTPStatus.LENGTH_REQUIRED: "Its length is missing.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "That is too much at once.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "Not in this form.",
    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE: "There is no such part.",
    HTTPStatus.MISDIRECTED_REQUEST: "Not under this address.",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "That is too long.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "This could not be kept here. Please try again later.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Many are here. Please try again in a moment.",
}
"""What a refusal says. None tells what there is, or who serves it."""


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request, without its body."""

    method: str
    target: str
    """As it was sent."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """By their names in small letters."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What goes back: the status, and a part of some content."""

    status: HTTPStatus
    headers: Mapping[str, str] = field(default_factory=dict)
    file: ServedFile | None = None
    first: int = 0
    """The first byte of the file that is sent."""
    length: int = 0
    """How many bytes are sent."""
    body: bytes = b""
    """What is sent where there is no file."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A message that may be read: so many bytes of JSON."""

    length: int


@dataclass(frozen=True, slots=True)
class Site:
    """What is served, and under which address."""

    authority: str
    """Address and port, as in `192.168.1.20:23456`."""
    token: str
    files: Mapping[str, ServedFile] = field(default_factory=dict)
    """By their names below the token, unquoted."""
    takes_check_ins: bool = False

    @property
    def url(self) -> str:
        """The address of its page."""
        return f"http://{self.authority}/{self.token}/"


def answer(request: HttpRequest, site: Site) -> HttpAnswer | Upload:
    """Return what is answered, or what may be read first."""
    path = _own_path(request, site)
    if path is None:
        return plain_refusal(HTTPStatus.MISDIRECTED_REQUEST)
    if request.method not in (*_READING, "POST"):
        return _not_allowed("GET, HEAD, POST")
    root, _, rest = path.partition("?")[0].partition("/")
    token, slash, name = rest.partition("/")
    if root or not compare_digest(token.encode("latin-1", "replace"), site.token.encode()):
        return plain_refusal(HTTPStatus.NOT_FOUND)
    if not slash:
        return HttpAnswer(HTTPStatus.PERMANENT_REDIRECT, {"Location": f"/{site.token}/"})
    return _own_answer(request, site, name)


def plain_refusal(status: HTTPStatus, headers: Mapping[str, str] = _NO_HEADERS) -> HttpAnswer:
    """Return a short answer in plain text."""
    body = f"{REFUSALS[status]}\n".encode()
    return HttpAnswer(status, {"Content-Type": "text/plain; charset=utf-8", **headers}, length=len(body), body=body)


def json_answer(value: Mapping[str, object]) -> HttpAnswer:
    """Return a good answer for the page."""
    body = json.dumps(value).encode()
    return HttpAnswer(HTTPStatus.OK, {"Content-Type": _JSON}, length=len(body), body=body)


def _own_answer(request: HttpRequest, site: Site, name: str) -> HttpAnswer | Upload:
    """Return what is answered to who knows the token and asks for `name`."""
    if name == CHECK_INS and site.takes_check_ins:
        return _upload(request, site) if request.method == "POST" else _not_allowed("POST")
    served = site.files.get(_unquoted(name))
    if served is None:
        return plain_refusal(HTTPStatus.NOT_FOUND)
    return _not_allowed("GET, HEAD") if request.method == "POST" else _file_answer(request, served)


def _own_path(request: HttpRequest, site: Site) -> str | None:
    """Return the path that is asked for; None where it is asked of somebody else.

    That is how a page elsewhere would reach us, by giving its own name our address (DNS rebinding).
    """
    if request.headers.get("host", "").lower() != site.authority:
        return None
    absolute = _ABSOLUTE.fullmatch(request.target)
    if absolute is None:
        return request.target
    return absolute["path"] or "/" if absolute["authority"].lower() == site.authority else None


def _file_answer(request: HttpRequest, served: ServedFile) -> HttpAnswer:
    asked = request.headers
    common = {"ETag": served.etag, "Accept-Ranges": "bytes"}
    if if_none_match_holds(asked.get("if-none-match"), served.etag):
        return HttpAnswer(HTTPStatus.NOT_MODIFIED, common)
    ranged = request.method == "GET" and if_range_holds(asked.get("if-range"), served.etag)
    try:
        part = requested_range(asked.get("range"), served.size) if ranged else None
    except UnsatisfiableRangeError:
        return plain_refusal(
            HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {**common, "Content-Range": f"bytes */{served.size}"}
        )
    common["Content-Type"] = served.content_type
    if part is None:
        return HttpAnswer(HTTPStatus.OK, common, served, length=served.size)
    common["Content-Range"] = part.of(served.size)
    return HttpAnswer(HTTPStatus.PARTIAL_CONTENT, common, served, part.first, part.length)


def _upload(request: HttpRequest, site: Site) -> HttpAnswer | Upload:
    """Return how much may be read of what the page sends; only our own page may send."""
    asked = request.headers
    if asked.get("origin", "").lower() != f"http://{site.authority}":
        return plain_refusal(HTTPStatus.FORBIDDEN)
    if asked.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
        return plain_refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    if "transfer-encoding" in asked or not _LENGTH.fullmatch(asked.get("content-length", "")):
        return plain_refusal(HTTPStatus.LENGTH_REQUIRED)
    length = int(asked["content-length"])
    return Upload(length) if length <= MOST_BYTES else plain_refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _not_allowed(methods: str) -> HttpAnswer:
    return plain_refusal(HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": methods})


def _unquoted(name: str) -> str:
    """Return a name without its percent signs; one that is no UTF-8 is no name of ours."""
    return unquote_to_bytes(name).decode("utf-8", "replace")
