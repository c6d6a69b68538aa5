"""Where a farewell is said and, behind a comma only, something else: また話そうね、日曜の夜とかに."""

import re

_CLOSED = r"(?:[ねなよぜやわ]|よう|そう|しょう?|[こそとのもろぼご]う|ろー?ん)[ー~!w]*"
"""How a sentence in talk ends: また話そうね, またしゃべろう."""

_MANNER = (
    r"いつも|ほん(?:と|ま)|お?互い|(?:あなた|自分|そっち|そちら)の|それだけ|気(?:が|の|ぃ)?(?:向い|むい)|返[信事]"
    r"|で(?=[今き])|お(?:話|しゃべり)|ばい|ほな|じゃ|よろしく"
)
"""What says only how, and is no sentence of its own: いつもどおり, ほんとに, あなたのペースで."""

_FAREWELL = re.compile(rf"また(?![はもが、])[^、。!?\n]{{0,24}}?{_CLOSED}[、,](?!{_MANNER})(?=[^、,\n]{{2}})")


def farewells(chars: str, start: int, end: int) -> list[int]:
    """Where ``chars[start:end]`` goes on behind a farewell.

    >>> said = "また話そうね、日曜の夜とかに"
    >>> [said[at:] for at in farewells(said, 0, len(said))]
    ['日曜の夜とかに']
    """
    return [match.end() for match in _FAREWELL.finditer(chars, start, end)]
