"""The first words with a person: language, consent, and where they live."""

from bot.services import asking, invitations, onboarding
from bot.turn import Turn
from bot.work import Button
from handlers import ask, menu


async def start(turn: Turn) -> None:
    """``/start``: greet; without consent nothing is kept."""
    if turn.message.group:
        await greet_group(turn)
    elif not turn.person.consents and not turn.person.is_official:
        await ask_consent(turn)
    else:
        await menu.show(turn)


async def ask_consent(turn: Turn) -> None:
    """What is kept, why, how long, and how to see and erase it. Nothing is ticked beforehand."""
    others = [one for one in turn.work.voice.offered if one != turn.language]
    await turn.say(
        "consent-ask",
        [
            [Button("agree-button", "agree"), Button("disagree-button", "disagree")],
            [Button(f"language-{one}", "language", one) for one in others],
        ],
        host=turn.work.programme.host,
    )


async def agree(turn: Turn, _argument: str) -> None:
    """Consent: words held until now become drafts, each shown with its own buttons."""
    turn.person, held = await onboarding.consent(turn.work, turn.person, turn.address)
    if held:
        await turn.say("thanks-for-consent")
        await ask.go_on(turn)
    elif not turn.person.ward:
        await turn.say("thanks-for-consent")
        await ask_ward(turn)
    else:
        await menu.show(turn)


async def disagree(turn: Turn, _argument: str) -> None:
    """No consent: everything held is erased, and the other ways to be heard are told."""
    await onboarding.decline_consent(turn.work, turn.address)
    turn.finish()
    await turn.say(
        "no-consent",
        [[Button("agree-button", "agree")]],
        contact=turn.work.programme.contact,
    )


async def choose_language(turn: Turn) -> None:
    """``/ngonngu``."""
    row = [Button(f"language-{one}", "language", one) for one in turn.work.voice.offered]
    await turn.say("language-ask", [row])


async def language(turn: Turn, chosen: str) -> None:
    turn.person = await onboarding.choose_language(turn.work, turn.person, chosen)
    if turn.person.consents or turn.person.is_official:
        await menu.show(turn)
    else:
        await ask_consent(turn)


async def ask_ward(turn: Turn) -> None:
    """Where the person lives decides which committee, loudspeaker and session is theirs."""
    wards = turn.work.programme.wards_on(turn.work.local.date())
    rows = [
        [Button("plain", "ward", ward.id, {"words": ward.name}) for ward in wards[at : at + 2]]
        for at in range(0, len(wards), 2)
    ]
    turn.wait_for("ward")
    await turn.say("ward-ask", rows)


async def ward(turn: Turn, ward_id: str) -> None:
    """A ward was chosen; the hamlet comes next, and can be skipped."""
    turn.person = await onboarding.live_in(turn.work, turn.person, ward_id)
    await ask_hamlet(turn)


async def ward_typed(turn: Turn) -> None:
    """The ward in the person's own words: ``p7``, ``phuong 7``, ``Long Đức``."""
    found = onboarding.find_ward(turn.work, turn.text)
    if found is None:
        await keep_words(turn)
        await turn.say("ward-not-found")
        await ask_ward(turn)
    else:
        await ward(turn, found.id)


async def keep_words(turn: Turn) -> None:
    """What was typed instead of a ward may be a question: it is not lost."""
    if asking.sounds_like_a_question(turn.work, turn.text):
        await asking.draft(turn.work, turn.person, turn.message)


async def ask_hamlet(turn: Turn) -> None:
    home = turn.work.programme.ward(turn.person.ward)
    hamlets = home.hamlets if home else ()
    if not hamlets:
        await settled(turn)
        return
    rows = [
        [Button("plain", "hamlet", one.id, {"words": one.name}) for one in hamlets[at : at + 3]]
        for at in range(0, len(hamlets), 3)
    ]
    turn.wait_for("hamlet", back="ward")
    await turn.say(
        "hamlet-ask",
        [*rows, [Button("skip-button", "hamlet"), Button("back-button", "back")]],
        ward=home.name if home else "",
    )


async def hamlet(turn: Turn, hamlet_id: str) -> None:
    if hamlet_id:
        turn.person = await onboarding.live_in(turn.work, turn.person, turn.person.ward, hamlet_id)
    await settled(turn)


async def hamlet_typed(turn: Turn) -> None:
    found = onboarding.find_hamlet(turn.work, turn.person.ward, turn.text)
    if found is None:
        await keep_words(turn)
        await turn.say("hamlet-not-found")
        await ask_hamlet(turn)
    else:
        await hamlet(turn, found.id)


async def settled(turn: Turn) -> None:
    """We know where the person lives: go on with what they wanted."""
    after = turn.data.get("after", "")
    turn.finish()
    if after == "signup":
        from handlers import sessions  # noqa: PLC0415

        await sessions.sign_up(turn)
    elif await asking.my_drafts(turn.work, turn.person):
        await ask.go_on(turn)
    else:
        await menu.show(turn)


async def invited(turn: Turn, code: str) -> None:
    """An invitation's code: the person holds a role from now on."""
    grant = await invitations.accept(turn.work, turn.person, code)
    turn.person = await onboarding.again(turn.work, turn.person)
    if not turn.person.name and turn.message.sender_name:
        turn.person = await onboarding.try_name(turn.work, turn.person, turn.message.sender_name)
    turn.finish()
    await turn.say(
        "role-given",
        menu.buttons(turn.person),
        role=turn.words(f"role-{grant.role.value}"),
        scope=invitations.scope_name(turn.work.programme, grant) or "none",
    )
    if not turn.person.name:
        await ask_name(turn)


async def ask_name(turn: Turn) -> None:
    """Colleagues see who holds a question."""
    turn.wait_for("official-name")
    await turn.say("official-name-ask", [menu.STOP])


async def name_typed(turn: Turn) -> None:
    turn.person = await onboarding.call(turn.work, turn.person, turn.text)
    await menu.show(turn)


async def opened(turn: Turn) -> None:
    """The bot was let into a chat."""
    if turn.message.group:
        await greet_group(turn)


async def greet_group(turn: Turn) -> None:
    """A group says which queue or ward it is for, by one of its officials pressing a button."""
    await turn.say("group-hello", [[Button("bind-button", "bind")]])


async def bind(turn: Turn, choice: str) -> None:
    """Tie this group to a queue or a ward of the person who presses."""
    options = invitations.bindings(turn.work.programme, turn.person)
    kind, _, scope = choice.partition("/")
    if not scope and len(options) == 1:
        kind, scope, _name = options[0]
    if scope:
        name = await invitations.bind_group(turn.work, turn.person, turn.address, kind, scope)
        await turn.say("group-bound", name=name)
    elif options:
        rows = [
            [Button("plain", "bind", f"{kind}/{scope}", {"words": name})]
            for kind, scope, name in options
        ]
        await turn.say("group-which", rows)
    else:
        await turn.say("group-officials-only")
