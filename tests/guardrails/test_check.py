"""What the judge of messages says: outcome by stage and by their words, and how it behaves under load."""

import threading
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails import check as module
from guardrails.check import check
from guardrails.text import view
from guardrails.vocabulary import Act, Category, Outcome, Stage

NO = "ごめん、土曜は仕事なんだ"

OUTCOMES = [
    # draft, stage, their words, outcome, a category that must be found
    ("そっか、了解！教えてくれてありがとう。お仕事がんばってね", Stage.DECLINED, NO, Outcome.PASS, None),
    ("じゃあ来週の金曜はどう？", Stage.DECLINED, NO, Outcome.REJECT, Category.REPROPOSE),
    (
        "恐れ入りますが、再来週のご都合はいかがでしょうか。",
        Stage.DECLINED,
        NO,
        Outcome.REJECT,
        Category.REPROPOSE,
    ),
    ("何の仕事なの？", Stage.DECLINED, NO, Outcome.REJECT, Category.PROBING),
    ("どうせ俺なんて", Stage.DECLINED, NO, Outcome.REJECT, Category.EMOTIONAL),
    ("断るなら代わりの日を出すのがマナーだよ", Stage.DECLINED, NO, Outcome.REJECT, Category.LECTURING),
    ("断られたってストーリーに書いたよ", Stage.DECLINED, NO, Outcome.REJECT, Category.SNS),
    ("返事まだ？", Stage.SILENCE, "", Outcome.REJECT, Category.CHASING),
    ("明日の会議は10時からに変更です。返信は不要です", Stage.SILENCE, "", Outcome.PASS, None),
    ("👀", Stage.SILENCE, "", Outcome.REJECT, Category.CHASING),
    ("家の前で待ってるね", Stage.DECLINED, NO, Outcome.REJECT, Category.PRESSURE),
    ("カレー作ったら焦げた笑 最近なにか作った？", Stage.COOLDOWN, "", Outcome.PASS, None),
    ("今度の日曜、一緒に映画行かない？", Stage.COOLDOWN, "", Outcome.REJECT, Category.REPROPOSE),
    ("今度ごはん行こうよ", Stage.SECOND_INVITE, "", Outcome.REJECT, Category.VAGUE_INVITE),
    (
        "辛いの好きって言ってたよね！土曜の昼に火鍋のお店どう？無理なら気にしないでね",
        Stage.SECOND_INVITE,
        "",
        Outcome.PASS,
        None,
    ),
    ("わかりました。今までありがとうございました", Stage.CLOSED, "もう連絡しないで", Outcome.PASS, None),
    ("もう一度だけ話したい", Stage.CLOSED, "もう連絡しないで", Outcome.REJECT, Category.CONTACT_AFTER_CLOSED),
]


@pytest.mark.parametrize(
    ("draft", "stage", "incoming", "outcome", "category"), OUTCOMES, ids=lambda v: str(v)[:16]
)
def test_outcome(
    draft: str, stage: Stage, incoming: str, outcome: Outcome, category: Category | None
) -> None:
    verdict = check(draft, stage=stage, incoming=incoming)
    assert verdict.outcome is outcome
    assert category is None or category in verdict.categories
    for finding in verdict.findings:
        assert draft[finding.span.start : finding.span.end] == finding.span.text
        assert finding.why
        assert finding.hint


def test_the_same_words_by_stage() -> None:
    offer = "土曜は無理だけど来週の日曜なら行けるよ"
    assert check("来週の日曜はどう？", stage=Stage.DECLINED, incoming=NO).outcome is Outcome.REJECT
    assert (
        check("来週の日曜、12時に駅でどう？", stage=Stage.ALTERNATIVE, incoming=offer).outcome is Outcome.PASS
    )


def test_their_words_decide() -> None:
    asks = "この前言ってた焼き鳥、連れてってほしい！いつ空いてる？"
    assert check("木曜の夜が空いてるよ", stage=Stage.COOLDOWN, incoming=asks).outcome is Outcome.PASS
    assert check("木曜の夜が空いてるよ", stage=Stage.COOLDOWN, incoming="寒いね").outcome is not Outcome.PASS


def test_a_day_they_did_not_offer() -> None:
    offer = "土曜は仕事だけど、日曜の昼なら空いてるよ"
    assert (
        check("日曜の昼いいね！12時にどう？", stage=Stage.ALTERNATIVE, incoming=offer).outcome is Outcome.PASS
    )
    verdict = check("やっぱり土曜の夜にしない？", stage=Stage.ALTERNATIVE, incoming=offer)
    assert Category.REPROPOSE in verdict.categories


def test_acts_are_named_with_their_sentences() -> None:
    verdict = check("連絡ありがとう！了解。またね", stage=Stage.DECLINED, incoming=NO)
    assert [(a.act, a.span.text) for a in verdict.acts] == [
        (Act.THANKS, "連絡ありがとう！"),
        (Act.ACCEPTANCE, "了解。"),
        (Act.FUTURE, "またね"),
    ]


def test_all_findings_are_given_and_in_order() -> None:
    verdict = check("なんで無理なの？いつなら空いてる？どうせ俺なんて", stage=Stage.DECLINED, incoming=NO)
    assert {Category.PROBING, Category.REPROPOSE, Category.EMOTIONAL} <= set(verdict.categories)
    assert [f.span.start for f in verdict.findings] == sorted(f.span.start for f in verdict.findings)


def test_an_internal_error_rejects(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(module, "judge", broken)
    verdict = check("了解、またね", stage=Stage.DECLINED)
    assert verdict.outcome is Outcome.REJECT
    assert verdict.findings


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=120), st.sampled_from(list(Stage)), st.text(max_size=60))
def test_any_text_is_judged(draft: str, stage: Stage, incoming: str) -> None:
    verdict = check(draft, stage=stage, incoming=incoming)
    assert (verdict.outcome is Outcome.PASS) == (not verdict.findings)
    assert not any(f.rule.startswith("check.error") for f in verdict.findings)
    for finding in verdict.findings:
        assert draft[finding.span.start : finding.span.end] == finding.span.text


def test_eight_threads_agree() -> None:
    drafts = [draft for draft, *_ in OUTCOMES] * 5
    expected = [check(d, stage=Stage.DECLINED).outcome for d in drafts]
    results: dict[int, list[Outcome]] = {}

    def work(number: int) -> None:
        view.cache_clear()
        results[number] = [check(d, stage=Stage.DECLINED).outcome for d in drafts]

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(results[n] == expected for n in range(8))


@pytest.mark.parametrize("unit", ["おーーい", "返事まだ", "あ", "なんで。", "来週どう？\n", "😭 "], ids=repr)
def test_time_grows_with_length_and_no_faster(unit: str) -> None:
    def spent(times: int) -> float:
        draft = unit * times
        started = process_time()
        check(draft, stage=Stage.DECLINED)
        return process_time() - started

    spent(50)
    short, long = min(spent(200), spent(201)), min(spent(1600), spent(1601))
    assert long < 8 * short * 5 + 0.05


MISREAD = "それは痛かったね。階段もエスカレーターに頼っていこう。"


def test_what_one_rule_alone_has_against_a_calm_message_is_a_doubt() -> None:
    verdict = check(MISREAD, stage=Stage.DECLINED, incoming="膝やっちゃって、ハイキングは当分むりそう")
    assert (verdict.outcome, verdict.categories) == (Outcome.UNSURE, (Category.REPROPOSE,))


@pytest.mark.parametrize(
    ("draft", "stage", "incoming"),
    [
        (
            "会社の近くに秋田犬のいる花屋を見つけた。毎日会えるのが楽しみでにやける",
            Stage.COOLDOWN,
            "秋田犬は正義",
        ),
        ("302号室は交換済みです。確認は不要です", Stage.SILENCE, ""),
    ],
    ids=["two rules", "a notice that we do not know"],
)
def test_where_the_voice_is_surely_calm_an_accusation_is_a_doubt(
    draft: str, stage: Stage, incoming: str
) -> None:
    verdict = check(draft, stage=stage, incoming=incoming)
    assert verdict.categories
    assert verdict.outcome is Outcome.UNSURE


@pytest.mark.parametrize(
    ("draft", "stage"),
    [
        ("階段もエスカレーターに頼っていこう。", Stage.DECLINED),
        (f"{MISREAD}次はいつ空いてる？", Stage.DECLINED),
        (MISREAD, Stage.CLOSED),
    ],
    ids=["a single sentence", "two rules agree", "where nothing more may be sent"],
)
def test_an_accusation_stands(draft: str, stage: Stage) -> None:
    assert check(draft, stage=stage, incoming="ごめん、行けないや").outcome is Outcome.REJECT


@given(st.text(max_size=80), st.sampled_from(Stage))
def test_what_a_rule_has_found_is_never_passed(draft: str, stage: Stage) -> None:
    verdict = check(draft, stage=stage)
    assert (verdict.outcome is Outcome.PASS) == (not verdict.findings)


@pytest.mark.parametrize(
    ("draft", "stage", "incoming"),
    [
        ("腫れがすっと引いていきますように", Stage.DECLINED, "親知らず抜いたんだ"),
        ("打ち上げ最高じゃん、飲みすぎんなよ", Stage.DECLINED, "部活の打ち上げなんだ"),
        ("休むときは休まんといかんよ、返事ありがとね", Stage.DECLINED, "今週ばたばたで"),
        ("ほなそっち優先で！", Stage.DECLINED, "おかんの手伝いやねん"),
        ("いつ治るか読めないのが腰だもんね、お大事に", Stage.DECLINED, "腰やっちゃって"),
        ("暇でケーキ焼くの偉すぎない？", Stage.COOLDOWN, "暇だったからケーキ焼いた"),
        ("ひいきの力士はどなたですか", Stage.COOLDOWN, "大相撲に通ってます"),
        ("そっちの畑は今年どない？", Stage.COOLDOWN, "おおきに"),
        ("昨日は犬にしっぽ振られて元気出た", Stage.COOLDOWN, "またね"),
        ("先輩は最近も走っていらっしゃいますか", Stage.COOLDOWN, "またです"),
        ("その次の週なら夜が空いてます", Stage.ALTERNATIVE, "来週は出張だから、その次の週はどう？"),
        ("静かなお席を押さえておきますね", Stage.ALTERNATIVE, "水曜の夕方なら出られます"),
        ("土曜の昼、駅前の古本市に二人で行ってみない？ 気分じゃなければ断ってね", Stage.SECOND_INVITE, ""),
        ("土曜の11時、駅裏の朝市に行くんだ。来れなくてもお土産は買っとくね。どう？", Stage.SECOND_INVITE, ""),
        ("お言葉のとおりにいたします。どうぞお元気で", Stage.CLOSED, "もうお会いしません"),
        ("よい毎日を送ってください", Stage.CLOSED, "恋愛としては見られません"),
    ],
    ids=lambda v: str(v)[:16],
)
def test_a_good_message_is_not_accused(draft: str, stage: Stage, incoming: str) -> None:
    assert check(draft, stage=stage, incoming=incoming).outcome is not Outcome.REJECT


@pytest.mark.parametrize(
    ("draft", "stage", "incoming", "category"),
    [
        (
            "次に会える日が待っていますように、10日は空いてる？",
            Stage.DECLINED,
            "ごめん、無理",
            Category.REPROPOSE,
        ),
        (
            "早く別れますように、俺にもチャンスをください",
            Stage.CLOSED,
            "彼氏がいます",
            Category.CONTACT_AFTER_CLOSED,
        ),
        ("打ち上げの店どこがいい？", Stage.COOLDOWN, "テスト終わった", Category.REPROPOSE),
        ("いつまで忙しいの？", Stage.DECLINED, "最近忙しくて", Category.PROBING),
        ("その日は誰と行くの？", Stage.DECLINED, "予定があって", Category.PROBING),
        ("毎晩はげましの電話を届けさせてね", Stage.DECLINED, "試験前なんだ", Category.PRESSURE),
        ("先日おっしゃっていたご用事はもうお済みですか", Stage.COOLDOWN, "またです", Category.PROBING),
        ("土曜は二人で過ごしたいな、来なかったらすねるよ", Stage.SECOND_INVITE, "", Category.PRESSURE),
        ("うち来て見本見せてや", Stage.COOLDOWN, "たこ焼き得意やで", Category.REPROPOSE),
    ],
    ids=lambda v: str(v)[:16],
)
def test_what_looks_like_it_is_still_found(
    draft: str, stage: Stage, incoming: str, category: Category
) -> None:
    assert category in check(draft, stage=stage, incoming=incoming).categories
