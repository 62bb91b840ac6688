"""What the core sees of each kind of update."""

import pytest

from bot.channels.telegram.inbound import read, to_inbound
from bot.domain.messages import Attachment, Happened, Inbound
from tests.doubles.telegram_samples import (
    ANONYMOUS,
    BASIC,
    CHANNEL,
    DATE,
    FILES,
    GROUP,
    ME,
    MEMBERSHIPS,
    NOW,
    PLACE,
    PRESSES,
    SAID,
    Json,
    message,
    private,
)


@pytest.mark.parametrize(("content", "expected"), SAID.values(), ids=SAID)
def test_a_message_is_read(content: Json, expected: Inbound | None) -> None:
    assert read({"update_id": 900, "message": content}, ME, NOW) == expected


@pytest.mark.parametrize(("content", "expected"), FILES.values(), ids=FILES)
def test_a_file_is_named_and_its_caption_is_the_text(content: Json, expected: Attachment) -> None:
    raw = {"update_id": 900, "message": message(**content)}

    assert read(raw, ME, NOW) == private(text=content.get("caption", ""), attachments=(expected,))


def test_the_pictures_of_an_album_arrive_one_by_one() -> None:
    photo = FILES["a photo"][0]["photo"]
    first = message(media_group_id="5", photo=photo, caption="Hố ga")
    second = {**message(media_group_id="5", photo=photo), "message_id": 13}

    found = [read({"update_id": 900, "message": m}, ME, NOW) for m in (first, second)]

    picture = (FILES["a photo"][1],)
    assert found == [
        private(text="Hố ga", attachments=picture),
        private(message_id="13", attachments=picture),
    ]


def test_an_edited_message_keeps_its_name() -> None:
    edited = {**message(text="Khi nào cầu mở?"), "edit_date": DATE + 60}

    assert read({"update_id": 900, "edited_message": edited}, ME, NOW) == private(
        text="Khi nào cầu mở?", happened=Happened.EDITED
    )


def test_a_place_shared_live_is_no_news_at_every_step() -> None:
    moved = {**message(location=PLACE), "edit_date": DATE + 60}

    assert read({"update_id": 900, "edited_message": moved}, ME, NOW) is None


@pytest.mark.parametrize(("raw", "expected"), PRESSES.values(), ids=PRESSES)
def test_a_press_carries_the_button_and_its_message(raw: Json, expected: Inbound | None) -> None:
    assert read({"update_id": 900, **raw}, ME, NOW) == expected


@pytest.mark.parametrize(("raw", "happened"), MEMBERSHIPS.values(), ids=MEMBERSHIPS)
def test_a_chat_closes_and_opens(raw: Json, happened: Happened | None) -> None:
    found = read({"update_id": 900, **raw}, ME, NOW)

    assert isinstance(found, Inbound) == (happened is not None)
    assert getattr(found, "happened", None) == happened


def test_both_tellings_of_a_move_are_the_same_message() -> None:
    old = message(BASIC, ANONYMOUS, sender_chat=BASIC, migrate_to_chat_id=-1001)
    new = message(GROUP, ANONYMOUS, sender_chat=GROUP, migrate_from_chat_id=-77)

    found = [read({"update_id": 900 + i, "message": m}, ME, NOW) for i, m in enumerate([old, new])]

    assert {(f.id, f.address.chat, f.moved_to) for f in found if isinstance(f, Inbound)} == {
        ("moved:-77:-1001", "-77", "-1001")
    }


@pytest.mark.parametrize("kind", ["channel_post", "inline_query", "poll_answer", "of_next_year"])
def test_what_the_bot_did_not_ask_for_is_passed_over(kind: str) -> None:
    raw = {"update_id": 900, kind: message(CHANNEL, None, text="Tin") if "post" in kind else None}

    assert to_inbound(raw, ME, NOW) is None
