"""The folder for a phone: complete, the same each time, and nobody else's files are touched."""

from feltsense.phone.model import PhoneFolder


def test_folder_is_complete(phone_folder: PhoneFolder) -> None:
    assert len(phone_folder.tracks) == 3
    assert {"index.html", "README.txt", "playlist.m3u8", "folder.jpg"} <= phone_folder.files.keys()
