"""Seats of a session: the plan, offers, reminders, those who are asked on foot."""
