"""The files of a message."""

from telegram import Animation, Audio, Document, Message, Video, VideoNote, Voice

from bot.channels.telegram.checked import seconds, size, words
from bot.domain.messages import Attachment, Media

_Recorded = Animation | Audio | Document | Video | VideoNote | Voice


def attachments_of(message: Message) -> tuple[Attachment, ...]:
    """At most one: Telegram sends the pictures of an album as messages of their own."""
    if message.photo:
        return (_largest(message),)
    # An animation comes with a copy of itself as document, so it is asked for first.
    for media, file in (
        (Media.VOICE, message.voice),
        (Media.VOICE, message.audio),
        (Media.VIDEO, message.animation),
        (Media.VIDEO, message.video),
        (Media.VIDEO, message.video_note),
        (Media.FILE, message.document),
    ):
        if file is not None:
            return (_attachment(media, file),)
    return ()


def _largest(message: Message) -> Attachment:
    photo = max(message.photo, key=lambda size: size.width * size.height)
    return Attachment(media=Media.PHOTO, ref=_ref(photo.file_id), size=size(photo.file_size))


def _attachment(media: Media, file: _Recorded) -> Attachment:
    return Attachment(
        media=media,
        ref=_ref(file.file_id),
        name=words(getattr(file, "file_name", None)),
        size=size(file.file_size),
        seconds=seconds(getattr(file, "duration", None)),
    )


def _ref(file_id: object) -> str:
    ref = words(file_id)
    if not ref:
        raise ValueError("a file without a name")
    return ref
