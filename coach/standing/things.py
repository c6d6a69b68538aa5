"""The letters that name a thing: a run of katakana, of kanji or of Latin letters."""

KANJI = "[一-龠々〆]"
DOING = "(?:巡り|めぐり|作り|づくり|歩き|あるき|いじり|あつめ|つり|のぼり|さがし)"
"""What is done with a thing, in letters that end its run (庭いじり)."""


def run(letters: str, *, until: str, after: str = "") -> str:
    """A run of these letters from its beginning, or from ``after``, to its end, or to where ``until`` begins in it.

    It is never tried shorter or from its middle: otherwise a run of n letters costs n to the fourth.
    """
    begin = rf"(?:(?<!{letters})|(?<={after}))" if after else rf"(?<!{letters})"
    return rf"{begin}(?:(?!{until}){letters})++"


def thing(*, until: str, after: str = "") -> str:
    """A run that may name a thing, up to where ``until`` begins."""
    katakana, kanji = run("[ァ-ヶー]", until=until), run(KANJI, until=until, after=after)
    return rf"(?:{katakana}|{kanji}|(?<![A-Za-z0-9&'+-])[A-Za-z0-9][A-Za-z0-9&'+-]*+)"
