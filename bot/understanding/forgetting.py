"""Whole texts that are kept at hand, because they are looked at several times, are let go of.

In this process and at once. Other programs on the same database keep theirs until newer texts have
taken their places, or until they stop. Single words stay: they are everybody's.
"""

from bot.understanding import alike, bayes, concepts, folding, heard


def forget_texts() -> None:
    """Read them anew from now on."""
    folding.forget_texts()
    for one in (heard.hear, concepts.named_in, bayes.features):
        one.cache_clear()
    if alike.judge.cache_info().currsize:  # made when the first two texts are compared
        alike.judge().look.cache_clear()
