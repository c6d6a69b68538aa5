"""The kinds of words that tell who somebody is or where to reach them."""

from dataclasses import dataclass
from enum import StrEnum


class PersonalKind(StrEnum):
    """What is masked. The values are the words a model sees in the placeholders."""

    PERSON = "人物"
    PHONE = "電話"
    MAIL = "メール"
    ADDRESS = "住所"
    LINK = "リンク"
    ACCOUNT = "アカウント"
    SCHOOL = "学校"
    COMPANY = "会社"


@dataclass(frozen=True, slots=True)
class Personal:
    """A piece of a text that is personal, in code points."""

    start: int
    end: int
    kind: PersonalKind
