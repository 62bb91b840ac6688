"""Lắng Nghe: a city's policy dialogues on poverty reduction, by chat."""

__version__ = "0.1.0"
