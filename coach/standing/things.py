"""What a thing looks like in Japanese: a run of katakana, of kanji, or a Latin word."""

KANJI = "[一-龠々〆]"


def run(letters: str, *, until: str, after: str = "") -> str:
    """A run of these letters from its beginning, or from ``after``, to its end, or to where ``until`` begins in it.

    It is never tried shorter or from its middle: otherwise a run of n letters costs n to the fourth.
    """
    begin = rf"(?:(?<!{letters})|(?<={after}))" if after else rf"(?<!{letters})"
    return rf"{begin}(?:(?!{until}){letters})++"


def thing(*, until: str, after: str = "") -> str:
    """One run of any of the three."""
    katakana, kanji = run("[ァ-ヶー]", until=until), run(KANJI, until=until, after=after)
    return rf"(?:{katakana}|{kanji}|(?<![A-Za-z0-9&'+-])[A-Za-z0-9][A-Za-z0-9&'+-]*+)"
