"""Which parts of an answer are asked for: all that there is a place for at first, then only what is missing."""

from dataclasses import dataclass
from enum import StrEnum

from coach.parts import Kind


class WordsField(StrEnum):
    """The parts of the coach's words, in the order they are spoken."""

    FEELING = "feeling"
    READING = "reading"
    TODAY = "today"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Outline:
    """The fields of the words, the kinds of draft, and whether there is a place for a question back."""

    words: tuple[WordsField, ...] = tuple(WordsField)
    kinds: tuple[Kind, ...] = tuple(Kind)
    question: bool = True

    def __bool__(self) -> bool:
        return bool(self.words or self.kinds or self.question)
