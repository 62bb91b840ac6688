"""Codes, and which scopes exist."""

import pytest

from bot.domain.errors import Refused
from bot.domain.people import Grant, Role
from bot.services.people import invitations
from storage import people
from tests.doubles.chat import Talk


def test_a_code_has_no_letters_that_look_alike() -> None:
    codes = "".join(invitations.new_code() for _ in range(200))

    assert set(codes) & set("ILO01") == set()
    assert len(codes) == 200 * 12


@pytest.mark.parametrize(
    "grant",
    [
        Grant(Role.OFFICER, "nhcsxh"),
        Grant(Role.HEAD, "ubnd_phuong@p7"),
        Grant(Role.RELAY, "p7"),
        Grant(Role.HAMLET, "p7-k3"),
        Grant(Role.CLERK, "2"),
        Grant(Role.ORGANISER),
        Grant(Role.ADMIN),
    ],
)
def test_a_scope_of_the_programme_is_taken(talk: Talk, grant: Grant) -> None:
    invitations.check_scope(talk.app.works.programme, grant)


@pytest.mark.parametrize(
    "grant",
    [
        Grant(Role.OFFICER, "ubnd_phuong"),
        Grant(Role.OFFICER, "nhcsxh@p7"),
        Grant(Role.OFFICER, "nobody"),
        Grant(Role.HEAD),
        Grant(Role.RELAY, "p77"),
        Grant(Role.HAMLET, "p7"),
        Grant(Role.CLERK, "9"),
        Grant(Role.CLERK, "x"),
        Grant(Role.ORGANISER, "p7"),
    ],
)
def test_any_other_scope_is_refused(talk: Talk, grant: Grant) -> None:
    with pytest.raises(Refused) as refused:
        invitations.check_scope(talk.app.works.programme, grant)

    assert refused.value.key == "scope-unknown"


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
async def test_a_code_that_was_used_stays_used_whatever_the_clock_is_set_to(
    talk: Talk, hours: int
) -> None:
    async with talk.app.works.begin() as work:
        code = await invitations.invite(work, Grant(Role.RELAY, "p7"), by=None)
        first, second = [await people.make(work.tx, "vi", work.now) for _ in range(2)]
        await invitations.accept(work, first, code)

    talk.clock.set(hours=hours)

    async with talk.app.works.begin() as work:
        with pytest.raises(Refused, match="code-not-good"):
            await invitations.accept(work, second, code)
