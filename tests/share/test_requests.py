"""What is answered to which request, without a socket."""

from collections.abc import Mapping
from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sharing import FILES, SOUND, SOUND_PATH

from feltsense.share.content import content_type, served_file, served_files
from feltsense.share.incoming import MOST_BYTES
from feltsense.share.requests import HttpAnswer, HttpRequest, Site, Upload, answer

HOST = "192.168.1.20:23456"
TOKEN = "t0k-en_t0k-en_t0k-en__"  # noqa: S105 - of these tests
SITE = Site(HOST, TOKEN, served_files(FILES), takes_check_ins=True)
JSON = {"origin": f"http://{HOST}", "content-type": "application/json", "content-length": "12"}


def asked(
    target: str = f"/{TOKEN}/", method: str = "GET", headers: Mapping[str, str] | None = None, site: Site = SITE
) -> HttpAnswer | Upload:
    return answer(HttpRequest(method, target, {"host": HOST, **(headers or {})}), site)


def answered(target: str = f"/{TOKEN}/", method: str = "GET", headers: Mapping[str, str] | None = None) -> HttpAnswer:
    found = asked(target, method, headers)
    assert isinstance(found, HttpAnswer)
    return found


def test_the_address_gives_the_page() -> None:
    assert SITE.url == f"http://{HOST}/{TOKEN}/"
    for target in (f"/{TOKEN}/", f"/{TOKEN}/index.html", f"http://{HOST.upper()}/{TOKEN}/", f"/{TOKEN}/?utm=1"):
        found = answered(target)
        assert (found.status, found.file) == (200, SITE.files["index.html"])
        assert found.headers["Content-Type"] == "text/html; charset=utf-8"


def test_without_its_slash_the_address_leads_to_the_page() -> None:
    found = answered(f"/{TOKEN}")
    assert (found.status, found.headers["Location"]) == (308, f"/{TOKEN}/")


def test_a_name_may_hold_anything() -> None:
    assert answered(f"/{TOKEN}/{SOUND_PATH}").file == SITE.files["audio/Feet – 3 min.mp3"]


SECRETS = [
    "/",
    "/x/",
    f"/{TOKEN}x/",
    f"/{TOKEN[:-1]}/",
    f"/{TOKEN.upper()}/",
    f"//{TOKEN}/",
    f"/{TOKEN}//",
    f"/{TOKEN}//index.html",
    f"/{TOKEN}/../{TOKEN}/",
    f"/{TOKEN}/audio/../index.html",
    f"/{TOKEN}/%2e%2e/index.html",
    f"/{TOKEN}/..%2f..%2fetc/passwd",
    f"/{TOKEN}/audio/..\\..\\index.html",
    f"/{TOKEN}/index.html%00.mp3",
    f"/{TOKEN}/index.html\0",
    f"/{TOKEN}/%c0%ae%c0%ae/index.html",
    f"/{TOKEN}/INDEX.HTML",
    f"/{TOKEN}/audio/",
    f"/{TOKEN}/audio",
    f"/%74{TOKEN[1:]}/",
    f"{TOKEN}/",
    f"x/{TOKEN}/",
    "*",
    "",
]


@pytest.mark.parametrize("target", SECRETS, ids=ascii)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_what_is_not_there_looks_the_same_as_what_is_secret(target: str, method: str) -> None:
    found = answered(target, method, JSON)
    assert (found.status, found.body) == (404, b"There is nothing here.\n")
    assert set(found.headers) == {"Content-Type"}


@given(st.text(max_size=40))
def test_any_other_target_is_not_there(target: str) -> None:
    found = answered(target)
    assert found.status in (HTTPStatus.NOT_FOUND, HTTPStatus.MISDIRECTED_REQUEST)


@pytest.mark.parametrize("host", ["", "evil.example", "192.168.1.20", "192.168.1.20:80", "localhost:23456", f"{HOST}."])
def test_another_host_is_refused(host: str) -> None:
    assert answered(headers={"host": host}).status == 421


@pytest.mark.parametrize("target", ["http://evil.example/", f"http://evil.example:23456/{TOKEN}/"])
def test_so_is_one_in_the_target(target: str) -> None:
    assert answered(target).status == 421


@pytest.mark.parametrize("target", [f"https://{HOST}/{TOKEN}/", f"ftp://{HOST}/", f"http://{HOST}", f"http://{HOST}?x"])
def test_other_schemes_lead_nowhere(target: str) -> None:
    assert answered(target).status in (404, 421)


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "TRACE", "CONNECT", "PROPFIND", "get"])
@pytest.mark.parametrize("target", ["/", f"/{TOKEN}/", f"/{TOKEN}/checkins"])
def test_other_methods_tell_nothing(method: str, target: str) -> None:
    found = answered(target, method)
    assert (found.status, found.headers["Allow"]) == (405, "GET, HEAD, POST")


def test_methods_are_told_to_who_knows_the_token() -> None:
    assert answered(f"/{TOKEN}/checkins").headers["Allow"] == "POST"
    assert answered(f"/{TOKEN}/", "POST", JSON).headers["Allow"] == "GET, HEAD"


def test_a_message_may_be_read() -> None:
    assert asked(f"/{TOKEN}/checkins", "POST", JSON) == Upload(12)
    assert asked(f"/{TOKEN}/checkins", "POST", {**JSON, "content-type": "Application/JSON; charset=utf-8"}) == Upload(
        12
    )
    assert asked(f"/{TOKEN}/checkins", "POST", {**JSON, "content-length": str(MOST_BYTES)}) == Upload(MOST_BYTES)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": ""}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": f"https://{HOST}"}, 403),
        ({"origin": "http://192.168.1.20"}, 403),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
        ({"content-type": "application/jsonx"}, 415),
        ({"content-type": ""}, 415),
        ({"content-length": ""}, 411),
        ({"content-length": "-1"}, 411),
        ({"content-length": "1e3"}, 411),
        ({"content-length": "12, 12"}, 411),
        ({"content-length": "9" * 40}, 411),
        ({"transfer-encoding": "chunked"}, 411),
        ({"content-length": str(MOST_BYTES + 1)}, 413),
    ],
)
def test_only_our_own_page_may_send_and_only_a_little(headers: Mapping[str, str], status: int) -> None:
    found = answered(f"/{TOKEN}/checkins", "POST", {**JSON, **headers})
    assert found.status == status
    assert found.body.endswith(b".\n")


def test_without_anybody_to_take_it_there_is_no_place_for_check_ins() -> None:
    quiet = Site(HOST, TOKEN, SITE.files)
    assert asked(f"/{TOKEN}/checkins", "POST", JSON, quiet) == asked("/x", "POST", JSON)


def test_a_part_of_a_file() -> None:
    found = answered(f"/{TOKEN}/{SOUND_PATH}", headers={"range": "bytes=5-9"})
    assert (found.status, found.first, found.length) == (206, 5, 5)
    assert found.headers["Content-Range"] == f"bytes 5-9/{len(SOUND)}"


def test_a_part_that_is_not_there() -> None:
    found = answered(f"/{TOKEN}/{SOUND_PATH}", headers={"range": f"bytes={len(SOUND)}-"})
    assert (found.status, found.headers["Content-Range"]) == (416, f"bytes */{len(SOUND)}")


def test_only_get_has_parts_and_only_of_the_same_file() -> None:
    etag = SITE.files["audio/Feet – 3 min.mp3"].etag
    target = f"/{TOKEN}/{SOUND_PATH}"
    assert answered(target, "HEAD", {"range": "bytes=5-9"}).length == len(SOUND)
    assert answered(target, headers={"range": "bytes=5-9", "if-range": '"x"'}).status == 200
    assert answered(target, headers={"range": "bytes=5-9", "if-range": etag}).status == 206


def test_who_has_the_file_is_told_so() -> None:
    etag = SITE.files["index.html"].etag
    found = answered(headers={"if-none-match": etag})
    assert (found.status, found.headers["ETag"], found.file) == (304, etag, None)
    assert answered(headers={"if-none-match": '"x"'}).status == 200


def test_etags_follow_the_content_alone() -> None:
    first, other = served_file("a.mp3", b"one"), served_file("a.mp3", b"two")
    assert first.etag != other.etag
    assert served_file("b.txt", b"one").etag == first.etag


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.MP3", "audio/mpeg"),
        ("audio/1. Feet – 3 min.lrc", "text/plain; charset=utf-8"),
        ("a.words.vtt", "text/vtt; charset=utf-8"),
        ("a.chapters.json", "application/json+chapters"),
        ("a.json", "application/json"),
        ("feed.xml", "application/rss+xml; charset=utf-8"),
        ("playlist.m3u8", "application/vnd.apple.mpegurl"),
        ("book.m4b", "audio/mp4"),
        ("a.exe", "application/octet-stream"),
        ("README", "application/octet-stream"),
    ],
)
def test_types_are_our_own(name: str, told: str) -> None:
    assert content_type(name) == told
