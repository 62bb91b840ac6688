"""Reading the server's clock must not keep leases waiting, which share its connection."""

import asyncio

import pytest

from storage.database import Unavailable
from storage.postgres import Postgres
from tests.doubles.postgres import Server
from tests.soak.wire import Wire

#: A lease that is good for ten seconds is asked for again within so many.
SOON = 5.0


@pytest.mark.postgres
async def test_a_connection_that_has_died_in_silence_is_replaced_before_leases_are_over(
    server: Server,
) -> None:
    async with Wire(server.socket) as wire:
        name = server.make()
        database = await Postgres.open(f"postgresql://postgres@127.0.0.1:{wire.port}/{name}")
        wire.goes_silent()

        with pytest.raises(Unavailable):
            async with asyncio.timeout(SOON):
                await database.read_clock()
        await wire.cuts()
        await wire.mends()

        async with asyncio.timeout(SOON), database.apart() as tx:
            assert await tx.value("mailbox_step", chat="lan") == 1
        await database.close()
        server.drop(name)
