"""The whole conversation on one screen: which words, buttons and steps lead where."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.routes import Routes
from bot.services import files as attachments
from bot.services.dispatches import dispatch_papers, dispatch_returns, sheets
from bot.services.dispatches import enclosing as enclosed
from bot.services.roster import roster_files
from bot.services.sessions import panel_papers, papers
from bot.services.slow import Slow
from handlers import (
    announce,
    answering,
    ask,
    basis,
    bulletin,
    clusters,
    commitments,
    differs,
    enclosing,
    files,
    floor,
    for_homes,
    groups,
    hall,
    hall_papers,
    helping,
    menu,
    mine,
    moving,
    mydata,
    new_home,
    office,
    panel,
    published,
    queue,
    seating,
    seats,
    sessions,
    welcome,
)
from handlers.presses import PRESSES

ROUTES = Routes(
    commands={
        "/start": welcome.start,
        "/hangdoi": queue.show,
        "/nhom": groups.greet,
        "/giup": menu.explain,
        **groups.in_private(
            {
                "/hoi": ask.begin,
                "/cauhoi": mine.show,
                "/lich": sessions.schedule,
                "/traloi": published.show,
                "/bantin": bulletin.show,
                "/phien": office.sessions,
                "/moi": office.invite,
                "/thongbao": announce.begin,
                "/hua": commitments.show,
                "/ngonngu": welcome.choose_language,
                "/dulieu": mydata.show,
                "/ngung": mydata.mute,
                "/hoigiup": helping.show,
            }
        ),
    },
    labels={
        "ask-button": ask.begin,
        "my-questions-button": mine.show,
        "sign-up-button": sessions.sign_up,
        "schedule-button": sessions.schedule,
        "answers-button": published.show,
        "helping-button": helping.show,
        "queue-button": queue.show,
        "bulletin-button": bulletin.show,
        "announce-button": announce.begin,
        "stop-button": menu.show,
    },
    presses=PRESSES,
    done={
        "paper": hall_papers.made,
        # what a job came to
        "file": files.received,
        "attached": files.attached,
        "enclosure": enclosing.received,
    },
    steps=groups.addressed(
        {
            "ward": welcome.ward_typed,
            "hamlet": welcome.hamlet_typed,
            "official-name": welcome.name_typed,
            "question": ask.question,
            "add": mine.add,
            "reopen": mine.reopen,
            "differs": differs.why,
            "cluster.words": clusters.words,
            "signup.category": sessions.category_typed,
            "signup.name": sessions.name_typed,
            "signup.phone": sessions.phone_typed,
            "signup.confirm": sessions.confirm_typed,
            "mydata.name": mydata.name_typed,
            "panel.post": panel.post_typed,
            "panel.who": panel.who_typed,
            "hall.by": hall.by_typed,
            "hall.words": hall.oral_words,
            "hall.chair": hall.chair_typed,
            "hall.conclusions": hall.conclusions_typed,
            "floor.text": floor.text_typed,
            "floor.who": floor.who_typed,
            "announce.text": announce.text_typed,
            "announce.whom": announce.whom_typed,
            "announce.why": announce.why_typed,
            "commitment.kept": commitments.kept_words,
            "commitment.move": commitments.move_words,
            "seat.guest": seats.guest_typed,
            "seat.why": seating.why_typed,
            "session.when": moving.when_typed,
            "session.reason": moving.reason_typed,
            "basis.later": basis.later_typed,
            "basis.after": basis.after_typed,
            "answer.file": enclosing.words_instead,
            **answering.STEPS,
            **for_homes.STEPS,
        }
    ),
    prompts={
        "ward": welcome.ask_ward,
        "hamlet": welcome.ask_hamlet,
        "official-name": welcome.ask_name,
        "signup.category": sessions.ask_category_again,
        "signup.name": sessions.ask_name,
        "signup.phone": sessions.ask_phone,
        "signup.confirm": sessions.confirm,
        "mydata.name": mydata.ask_name,
        "helping.name": new_home.ask_name,
        "helping.place": new_home.ask_place,
        "helping.who": new_home.ask_who,
        "helping.question": helping.ask_again,
        "seat.guest": seats.ask_guest,
        "seat.why": seating.ask_why,
    },
    ways={
        "drafts": ask.go_on,
        "new question": ask.asked,
        "preview": answering.preview_again,
        "sign up": sessions.sign_up,
        "my data": mydata.show,
        "helping": helping.show,
        "withdraw consent": mydata.ask_to_withdraw_consent,
    },
    replies={"question": enclosing.reply},
    files=files.use_of,
    short_steps=frozenset(
        {
            "ward",
            "hamlet",
            "official-name",
            "signup.category",
            "signup.name",
            "signup.phone",
            "signup.confirm",
            "mydata.name",
            "seat.guest",
            "helping.name",
            "helping.place",
            "helping.who",
        }
    ),
    start=welcome.invited,
    opened=groups.opened,
    edited=ask.edited,
    unmatched=menu.unmatched,
    lost=menu.lost,
    unknown=menu.explain,
    wordless=ask.wordless,
    which=ask.which,
    group=groups.nothing,
    fallback=ask.free_words,
)

#: Slow work by its kind; what it comes to is told to a handler of ``ROUTES.done``.
SLOW: Mapping[str, Slow] = MappingProxyType(
    {
        "file": attachments.fetch,
        "attached": attachments.fetch_attached,
        "enclosure": enclosed.fetch,
        "roster": sheets.read,
        "roster-in": roster_files.write,
        "paper": papers.draw,
        "panel-paper": panel_papers.draw,
        "dispatch": dispatch_papers.draw_and_send,
        "dispatch-back": dispatch_returns.look_through,
        "dispatch-in": dispatch_returns.write,
        "dispatch-approve": dispatch_returns.settle,
    }
)
