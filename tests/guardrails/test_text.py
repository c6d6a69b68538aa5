import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.text import fold, reading, view


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("返事まだ？\nなんでダメなの", ["返事まだ?", "なんでだめなの"]),
        ("ナンデﾀﾞﾒﾅﾉ??", ["なんでだめなの?"]),
        ("な ん で ダ メ な の", ["なんでだめなの"]),
        ("返💦事ま😭だ❓", ["返事まだ?"]),
        ("今度ごは\nん行こう", ["今度ごはん行こう"]),
        ("なぁぁぁんで〜", ["なんで"]),
        ("了解です😊また今度ね(笑)", ["了解です", "また今度ね"]),
        ("うん💦 ありがとう〜 助かった", ["うん", "ありがとう", "助かった"]),
        ("そっち全力で楽しんで\nじゃあ次の週に行こ!", ["そっち全力で楽しんで", "じゃあ次の週に行こ"]),
        ("わざわざありがとな\nんだばまだな〜", ["わざわざありがとな", "んだばまだな"]),
        ("お腹、お大事に\nまた会社でね", ["お腹お大事に", "また会社でね"]),
        ("ちゃんと返事くれてありがと\nりょ!", ["ちゃんと返事くれてありがと", "りょ"]),
        ("昨日はおおきにな\nお祭りのことは気にせんで", ["昨日はおおきにな", "お祭りのことは気にせんで"]),
        ("返信してくれないって\n言ってたよね", ["返信してくれないって言ってたよね"]),
        ("今日は友達と\n映画を見に行った", ["今日は友達と映画お見に行った"]),
        ("楽しみにしてたの\nに", ["楽しみにしてたのに"]),
        ("スーパー いく", ["すーぱーいく"]),
        ("だろ？ーー! のん", ["だろ?", "のん"]),
        ("メヤ０？.@ーｗ゙!\rー\t のんき", ["めや0?", "のんき"]),
        ("返\u200b事\ud800まだ", ["返事まだ"]),
        ("", []),
        ("😊", []),
    ],
    ids=repr,
)
def test_folded_sentences(written: str, expected: list[str]) -> None:
    assert [s.fold for s in view(written).sentences] == expected


def test_reading_brings_kanji_and_kana_together() -> None:
    assert reading("既読ついた") == view("きどくついた").reading.text == "きどくついた"
    assert fold("ナンデﾀﾞﾒ？") == "なんでだめ?"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_views_that_map_back(text: str) -> None:
    seen = view(text)
    for derived in (seen.fold, seen.reading):
        found = [derived.place(at) for at in range(len(derived.text))]
        starts, ends = [place.start for place in found], [place.end for place in found]
        assert all(0 <= s <= e <= len(text) for s, e in zip(starts, ends, strict=True))
        assert starts == sorted(starts)
        assert ends == sorted(ends)
    for sentence in seen.sentences:
        assert text[sentence.start : sentence.end].strip()
