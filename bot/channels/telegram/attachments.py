"""The files of a message."""

from bot.channels.telegram.checked import Json, maybe, number, size, whole, words
from bot.domain.messages import Attachment, Media

#: An animation comes with a copy of itself as document, so it is asked for first.
_FILES = (
    (Media.VOICE, "voice"),
    (Media.VOICE, "audio"),
    (Media.VIDEO, "animation"),
    (Media.VIDEO, "video"),
    (Media.VIDEO, "video_note"),
    (Media.FILE, "document"),
)


def attachments_of(message: Json) -> tuple[Attachment, ...]:
    """At most one: Telegram sends the pictures of an album as messages of their own."""
    if photos := message.get("photo"):
        return (_largest(photos),)
    for media, kind in _FILES:
        if (file := maybe(message, kind)) is not None:
            return (_attachment(media, file),)
    return ()


def _largest(photos: object) -> Attachment:
    if not isinstance(photos, list):
        raise TypeError("not a list")
    sizes = [whole(one) for one in photos]
    photo = max(sizes, key=lambda one: number(one.get("width")) * number(one.get("height")))
    return Attachment(
        media=Media.PHOTO, ref=_ref(photo.get("file_id")), size=size(photo.get("file_size"))
    )


def _attachment(media: Media, file: Json) -> Attachment:
    return Attachment(
        media=media,
        ref=_ref(file.get("file_id")),
        name=words(file.get("file_name")),
        size=size(file.get("file_size")),
        seconds=size(file.get("duration")),
    )


def _ref(file_id: object) -> str:
    ref = words(file_id)
    if not ref:
        raise ValueError("a file without a name")
    return ref
