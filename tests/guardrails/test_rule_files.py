"""The rules of messages hold what they say: examples, conditions, and every spelling of their own examples."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from guardrails.check import RULE_FILES, check, rules, their_rules
from guardrails.rules import RULES_DIR, Rule
from guardrails.text import reading, view
from guardrails.vocabulary import Category, Outcome, Stage

NG_RULES = [r for r in rules().rules if r.category in {c.value for c in Category}]
ALL_RULES = [*rules().rules, *their_rules().rules]


def test_every_category_has_a_file() -> None:
    assert {Path(name).stem for name in RULE_FILES} >= {c.value for c in Category}
    assert all((RULES_DIR / name).is_file() for name in RULE_FILES)


def test_every_example_holds() -> None:
    failures = [str(f) for f in (*rules().failures(), *their_rules().failures())]
    assert not failures


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda r: r.id)
def test_a_rule_has_three_examples_of_each_kind(rule: Rule) -> None:
    assert min(len(rule.examples.get("ng", ())), len(rule.examples.get("ok", ()))) >= 3


@pytest.mark.parametrize("rule", NG_RULES, ids=lambda r: r.id)
def test_a_reason_and_a_hint_are_warm_and_plain(rule: Rule) -> None:
    for words in (rule.why, rule.hint):
        assert re.search(r"(?:です|ます|ません|でしょうか|ませんか)。$", words)
        assert len(words) <= 70
        assert not re.search(r"べき|ください|してはいけ|禁止|NG", words)


def test_a_hint_never_breaks_a_rule() -> None:
    for rule in NG_RULES:
        for quoted in re.findall(r"「([^」]+)」", rule.hint):
            verdict = check(quoted, stage=Stage.DECLINED)
            assert verdict.outcome is not Outcome.REJECT, (rule.id, quoted)


# --- orthography is no escape -----------------------------------------------------------------------------


def between(mark: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?<=[ぁ-んァ-ヶ一-龠])(?=[ぁ-んァ-ヶ一-龠])", mark, text)


def inside_a_word(mark: str) -> Callable[[str], str]:
    def put(text: str) -> str:
        words = [t for s in view(text).sentences for t in s.tokens if len(t.surface) > 1]
        if not words:
            return text
        word = words[len(words) // 2]
        at = word.start + len(word.surface) // 2
        return text[:at] + mark + text[at:]

    return put


def katakana(text: str) -> str:
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


HALF = dict(
    zip(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー。、",
        "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ｡､",
        strict=True,
    )
)


def half_width(text: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFD", katakana(text))
    return "".join(HALF.get(c, {"\u3099": "ﾞ", "\u309a": "ﾟ"}.get(c, c)) for c in plain)


SPELLINGS: dict[str, Callable[[str], str]] = {
    "katakana": katakana,
    "half-width kana": half_width,
    "full-width": lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
    "kana only": lambda t: "\n".join(reading(line) for line in re.split(r"\n", t)),
    "spaced out": between(" "),
    "zero-width inside": between("\u200b"),
    "emoji inside": inside_a_word("😭"),
    "line break inside": inside_a_word("\n"),
    "stretched": lambda t: re.sub(r"([ぁ-ん])(?=[、。!?！？]|$)", r"\1ーーー", t),
    "drawled": lambda t: t + "〜〜〜",
    "laughing": lambda t: t + "ｗｗ",
    "emoji after": lambda t: t + "😅💦",
    "small kana": lambda t: t.translate(str.maketrans("あいうえおわ", "ぁぃぅぇぉゎ")),
    "space inside": inside_a_word(" "),
    "repeated marks": lambda t: re.sub(r"([?？!！])", r"\1\1\1", t),
}


@pytest.mark.parametrize("spelling", SPELLINGS, ids=str)
def test_orthography_is_no_escape(spelling: str, record_property: Callable[[str, object], None]) -> None:
    kept, lost = 0, []
    for rule in NG_RULES:
        for example in rule.examples["ng"]:
            context = dict(example.context)
            stage, incoming = Stage(context.get("stage", "declined")), context.get("incoming", "")
            if check(example.text, stage=stage, incoming=incoming).outcome is not Outcome.REJECT:
                continue
            varied = SPELLINGS[spelling](example.text)
            if check(varied, stage=stage, incoming=incoming).outcome is Outcome.REJECT:
                kept += 1
            else:
                lost.append(varied)
    share = kept / (kept + len(lost))
    record_property("share of verdicts kept", round(share, 3))
    assert share >= FLOOR.get(spelling, 0.95), (round(share, 3), lost[:10])


FLOOR: dict[str, float] = {}
