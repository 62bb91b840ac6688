"""Offers: until when a seat is held, when somebody goes and asks, and when people are reminded."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.programme import OfferRules, QuietHours
from bot.domain.values import dataclass

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The clock of one session's offers."""

    starts_at: datetime
    rules: OfferRules
    quiet: QuietHours
    zone: ZoneInfo

    @property
    def cut_off(self) -> datetime:
        """From then on seats that one group does not use are free for the others."""
        return self.starts_at - timedelta(hours=self.rules.cut_off_hours)

    def due(self, now: datetime) -> datetime | None:
        """Until when a seat offered now is held; None if there is no time left to answer.

        So many hours, but before the cut-off, and never less than the shortest time awake.
        """
        least = self._awake(now, timedelta(hours=self.rules.least_hours))
        if least > self.starts_at:
            return None
        return max(least, min(now + timedelta(hours=self.rules.hours), self.cut_off))

    def halfway(self, now: datetime) -> datetime:
        """When somebody goes and asks those who have not answered an offer of now."""
        return now + ((self.due(now) or now) - now) / 2

    def seat_is_free_again(self, now: datetime) -> bool:
        """Whether seats of those who have not come may be given to others in the hall."""
        return now >= self.starts_at + timedelta(minutes=self.rules.hold_minutes)

    def _awake(self, moment: datetime, left: timedelta) -> datetime:
        """When so much time outside quiet hours has passed."""
        while True:
            moment = self.quiet.over(moment.astimezone(self.zone))
            begins = _next(moment, self.quiet.start)
            if left <= begins - moment:
                return moment + left
            left -= begins - moment
            moment = begins


def _next(local: datetime, at: time) -> datetime:
    """The next time at which a clock shows this."""
    found = local.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    return found if found > local else found + _DAY


class Reminder(StrEnum):
    """Whoever comes to a session is reminded twice."""

    DAYS_BEFORE = "days-before"
    MORNING = "morning"


#: Three days before at five in the afternoon; on the day at half past six, or when the night ends.
_DAYS, _AFTERNOON, _MORNING = 3, time(17, 0), time(6, 30)


def reminder_due(times: Times, now: datetime) -> Reminder | None:
    """Which reminder is due; one whose day is over is left out."""
    local, start = now.astimezone(times.zone), times.starts_at.astimezone(times.zone)
    if local >= start:
        return None
    if local.date() == start.date() and local.time() >= max(_MORNING, _night_ends(times.quiet)):
        return Reminder.MORNING
    early = local.date() == start.date() - _DAYS * _DAY
    return Reminder.DAYS_BEFORE if early and local.time() >= _AFTERNOON else None


def _night_ends(quiet: QuietHours) -> time:
    return quiet.end if quiet.hold(time(0, 0)) else time(0, 0)
