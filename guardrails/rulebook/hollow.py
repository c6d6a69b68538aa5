"""Patterns with an alternative that is empty: the group is there in any text, whatever else it lists."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\\.|\[[^\]]*\]|\(\?(?:P<\w+>|:|[ims]+\))|.", re.DOTALL)
_OPTIONAL = re.compile(r"\?|\*|\{0")


@dataclass(slots=True)
class _Group:
    """Alternatives as they are read: has this one anything, had one before it nothing, are there several."""

    filled: bool = False
    empty: bool = False
    several: bool = False

    def begin_next(self) -> None:
        """The alternative that was read is over."""
        self.several, self.empty, self.filled = True, self.empty or not self.filled, False

    @property
    def hollow(self) -> bool:
        """Whether one of several alternatives is empty."""
        return self.several and (self.empty or not self.filled)


def hollow(pattern: str) -> bool:
    """Whether a translated pattern is empty or has an empty alternative; ``(?:…|)?`` says so itself and is none.

    >>> [hollow(p) for p in ("(?:って|)きく", "(?:って|)?きく", "|", "だめ|むり")]
    [True, False, True, False]
    """
    groups = [_Group()]
    for token in _TOKEN.finditer(pattern):
        if token[0] == "|":
            groups[-1].begin_next()
        elif token[0] == ")" and len(groups) > 1:
            done = groups.pop()
            if done.hollow and not _OPTIONAL.match(pattern, token.end()):
                return True
            groups[-1].filled = True
        elif token[0][0] == "(" and token[0][-1] != ")":
            groups.append(_Group())
        else:
            groups[-1].filled = True
    return len(groups) == 1 and (groups[0].hollow or not groups[0].filled)  # RE2 says what is left open
