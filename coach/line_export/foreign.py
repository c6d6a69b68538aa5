"""Files of other apps and other LINE products, by how they begin."""

import re

_OTHER_APPS = (
    (
        re.compile(
            r"^\u200e?\[?[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4},? [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
            r"(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?(?:\] | - )[^\n]{1,60}",
            re.MULTILINE,
        ),
        "WhatsApp",
    ),
    (
        re.compile(
            r"카카오톡 대화|KakaoTalk Chats|^-{5,} ?[0-9]{4}년|^\[[^\]\n]{1,30}\] \[(?:오전|오후) ",
            re.MULTILINE,
        ),
        "カカオトーク",
    ),
    (
        re.compile(
            r'^\s*\{[^{}\[\]]{0,400}"(?:participants|messages|chats|personal_information)"\s*:', re.DOTALL
        ),
        "",
    ),
    (re.compile(r'^\s*\[\s*\{\s*"'), ""),
    (re.compile(r"^\s*(?:<!doctype html|<html|<\?xml)", re.IGNORECASE), ""),
    (
        re.compile(
            r"^\[[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4} [0-9]{1,2}:[0-9]{2}[^\]\n]*\] [^\n:]{1,60}\n",
            re.MULTILINE,
        ),
        "Discord",
    ),
    (
        re.compile(
            r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{1,2}:[0-9]{2}:[0-9]{2} [^\n]{1,60}\n(?![0-9]{4}-)[^\n]",
            re.MULTILINE,
        ),
        "WeChat",
    ),
)
_OFFICIAL = re.compile(
    r"^\"?(?:アカウント名|Account name|送信者タイプ)\"?,|\"?送信者タイプ\"?,\"?送信者名\"?,", re.MULTILINE
)


def other_app(head: str) -> str | None:
    """The app a foreign export comes from ("" when only that it is foreign is known); None when it may be LINE's."""
    return next((app for form, app in _OTHER_APPS if form.search(head)), None)


def is_official_csv(head: str) -> bool:
    """Whether this is the history file of an official account, another product."""
    return _OFFICIAL.search(head[:2000]) is not None
