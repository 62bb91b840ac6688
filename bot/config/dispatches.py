"""When dispatches go out by themselves, as it is written in the part `[programme]`."""

from pydantic import Field

from bot.config.values import Clock, Section, Weekdays
from bot.domain.dispatches import DispatchRules


class Dispatch(Section):
    """When the sheets of what is unanswered go to the agencies by themselves."""

    days: int = Field(
        default=DispatchRules().days,
        ge=0,
        description="Working days after a session was closed at which its sheets go out.",
    )
    weekdays: Weekdays = Field(
        default=DispatchRules().weekdays,
        description='Every week on these days, with whatever is open: "mon"; absent: never.',
    )
    at: Clock = Field(default=DispatchRules().at, description="Local time from which they go out.")
