"""Files on Telegram: an organiser's document, a resident's photo, and what Telegram refuses."""

from bot.domain.people import Role
from storage import files
from tests.doubles.telegram import TelegramDouble
from tests.stories.telegram.town import BANK, QUESTION, Town, shown

LIST = "họ tên;phường\nThạch Thị Lan;7\n".encode()
PHOTO = b"\xff\xd8 a picture " * 1000


async def test_an_organisers_document_is_fetched_and_told(
    double: TelegramDouble, town: Town
) -> None:
    mai = await town.official("Mai", Role.ORGANISER)

    await mai.sends("document", LIST, file_name="Biên bản.pdf")

    await mai.hears("Dạ em nhận tệp Biên bản.pdf (1 KB)")
    await town.settles()
    assert double.counts["getFile"] == 1


async def test_a_document_beyond_what_telegram_hands_out_is_told(
    double: TelegramDouble, town: Town
) -> None:
    mai = await town.official("Mai", Role.ORGANISER)
    await mai.sends("document", bytes(20_000_001), file_name="lớn.pdf", file_size=1000)

    await mai.hears("Em không lấy được tệp này")


async def test_an_officer_opens_a_residents_photo_as_a_file(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    lan = await town.resident()
    await lan.sends("photo", PHOTO, caption=QUESTION)
    await lan.hears("Được thì cô chú bấm Đúng rồi, gửi đi")
    await lan.presses("Đúng rồi, gửi đi")
    card = await town.sees(minh, "(kèm 1 tệp)")

    await minh.presses("Xem tệp", on=card)

    sent = await minh.hears("Tệp kèm câu TV-0001")
    assert (sent.kind, sent.file_name) == ("document", "TV-0001-1.jpg")
    assert double.methods.files[sent.file] == PHOTO


async def test_a_lost_answer_to_a_file_repeats_it_and_nothing_else(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    lan = await town.resident()
    await lan.sends("document", LIST, caption=QUESTION, file_name="đơn vay.pdf")
    await lan.hears("Được thì cô chú bấm Đúng rồi, gửi đi")
    await lan.presses("Đúng rồi, gửi đi")
    card = await town.sees(minh, "(kèm 1 tệp)")
    double.answers("sendDocument", drop=True, after_delivery=True)

    await minh.presses("Xem tệp", on=card)
    await double.called("sendDocument", 2)
    await town.settles()

    sent = [one for one in minh.screen if one.kind == "document"]
    assert [one.file_name for one in sent] == ["đơn vay.pdf", "đơn vay.pdf"]
    assert double.counts["getFile"] == 1


async def test_words_too_long_for_a_caption_go_before_their_file(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()
    words = " ".join(f"Mời bà con khóm {number} dự đối thoại." for number in range(60))
    async with town.app.works.begin() as work:
        file = await files.keep(
            work.tx, "Giấy mời.docx", LIST, now=work.now, for_how_long=work.rules.files
        )
        message = work.voice.render("vi", "plain", words=words, enclosed=file)
        await work.send(f"telegram:{lan.id}", message, reply=True)
    await lan.hears("Mời bà con khóm 59")
    await town.settles()

    last = shown(lan)
    assert last is not None
    assert (last.kind, last.text, last.file_name) == ("document", "", "Giấy mời.docx")
    assert lan.heard[-2] == words


async def test_a_sticker_a_voice_and_a_bare_photo_keep_their_polite_word(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()
    for kind in ("voice", "photo"):
        await lan.sends(kind, PHOTO)
        await lan.hears("tin thoại, tin hình em chưa hiểu được")


async def test_an_album_is_one_question_with_all_its_pictures(
    double: TelegramDouble, town: Town
) -> None:
    """The words stand below the first picture; each of the others comes as a message of its own."""
    minh = await town.official("Minh", Role.OFFICER, BANK)
    lan = await town.resident()

    await lan.sends_album([PHOTO, PHOTO, PHOTO], caption=QUESTION)
    await lan.says("/cauhoi")
    await lan.hears("Dạ cô chú còn câu chưa gửi")
    await lan.presses("Đúng rồi, gửi đi")

    card = await town.sees(minh, "TV-0001", QUESTION)
    assert "(kèm 3 tệp)" in card.text
    assert not [one for one in lan.heard if "tin hình em chưa hiểu được" in one]
