"""Whether a sentence sends them off: an order, a ban or a reminder of what they do for themselves."""

from itertools import pairwise

from guardrails.kinds.burdens import (
    BETWEEN_US,
    CONTACT,
    DEPENDS,
    GIVEN,
    HARD,
    JUDGES,
    SPEAKING,
    TOWARD_ME,
    WEIGHS,
    forms,
)
from guardrails.kinds.efforts import BEARING, EASY
from guardrails.kinds.predicate import Predicate

_NOT_TO = forms("ない 無い ず ぬ せる させる")
_THEIRS = frozenset(("来る", "上げる"))
_DUTIES = forms(
    "予定 日 時間 日程 件 事 こと 物 存在 恩 礼儀 礼 御礼 お礼 感謝 挨拶 報告 申し込み 支払い 代金 金"
)
"""What one is reminded of for another's sake."""

_PASSED = forms("日 毎日 日々 一日 生活 人生 一年 週末 休日 夏 冬 春 秋")
"""What one spends: よい毎日を送ってね sends nothing."""

_MISHAPS = forms(
    "負ける 転ぶ 倒れる 落ちる ぶつける 痛める 攣る 冷やす 引く ひく 壊す 溜める 抱え込む 詰める 迷子 怪我 寝坊 火傷 こける",
    "風邪 二日酔い 遭難 溺れる 潰れる 過ぎる 焦る 焦がす 滑る 擦る",
)
"""What nobody wants for themselves: to be spared it asks nothing of the other (転ばないで, not 行かないで)."""

_HURT = forms("遣る 切る 挟む 打つ 捻る")
_BODY = forms("手 腰 膝 肩 首 喉 足 足首 手首 背中 目 指")
_NOURISHING = forms(
    "糖分 水分 塩分 鉄分 養分 栄養 ビタミン 睡眠 休憩 休息 仮眠 暖 カロリー 蛋白質 タンパク質"
)
_OWN_DOING = BEARING | forms(
    "愛でる 休む 寝る 眠る 楽しむ 休養 静養 温まる 暖まる 治す 治る 叫ぶ 走る 笑う 過ごす 遣り切る 出し切る 勝つ 暴れる 羽ばたく"
)
"""What even 〜てくれ asks for nobody's sake but theirs: 給料日まで生き延びてくれ."""

_BED = forms("布団 御布団 毛布 ベッド 枕 風呂 御風呂 湯船 炬燵 ソファー")
_SAFE = forms("安全 安静 元気 無事 楽 健康")
"""How they may keep themselves."""

_PUT_ASIDE = forms("置く 忘れる 気 後回し")
_GREETED = forms("言う 伝える 御伝え 申す")
_FOR_ANOTHER = forms("許す 誘う 付き合う 信じる 会う 待つ 混ぜる 加える 入れる 呼ぶ")
"""What 〜てあげて asks for the speaker, though it names another."""


def sends_off(said: Predicate) -> bool:
    """Whether it orders or bans something they do for themselves: 稼いでこい, 叫んできて, 寝るんだぞ, 風邪ひくなよ."""
    lemmas, self = _but_our_share(said), "自分" in said.lemmas
    if not (said.order or said.ban) or said.head is None or lemmas & ((SPEAKING - {"自分"}) | JUDGES):
        return False
    if said.order and lemmas & {"逃げる", "誘う"}:
        return False  # 皆そう言って逃げるんだよ, 誘うほうも力を使うんだよ
    done = self and any(a.lemma == "為る" and b.pos[4] == "助動詞-タ" for a, b in pairwise(said.words))
    if done or {"予定", "空く"} <= lemmas:
        return False  # こっちのことは忘れて、自分のしたことを考えてね, 予定を空きにしててよ
    if CONTACT & lemmas or (self and TOWARD_ME & lemmas) or not _gives_us_nothing(said):
        return False
    if "宜しく" in lemmas and said.head.lemma in _GREETED:
        return not (TOWARD_ME - _GREETED).intersection(lemmas)  # お父さんによろしく言っといて
    away = bool(_THEIRS & said.hung)  # とってこい, 見てあげて: it is done elsewhere, for another
    if not (said.ban or away) and _NOT_TO.intersection(said.lemmas[-3:]):
        return _spares(said)
    if said.head.lemma in GIVEN:
        return False
    if said.head.pos[0] != "動詞" and said.head.pos[2] != "サ変可能":
        does = {b.lemma for a, b in pairwise(said.words) if a is said.head} & {"為る"}  # 寝落ちしちゃえ
        if said.head.lemma in _SAFE or "上げる" in said.hung:
            does = {"為る"}  # 家で安全にしててよ, いい日にしてあげて
        return not lemmas & ((TOWARD_ME | DEPENDS | BETWEEN_US) - does)
    if said.head.lemma in DEPENDS:
        if said.head.lemma in ("取る", "遣る") and lemmas & (_NOURISHING | _BODY):
            return _spares(said) if said.negative else bool(lemmas & _NOURISHING)
        freely = away or self or said.ban or said.end.lemma == "ながら" or bool(EASY & lemmas)
        return freely and not lemmas & BETWEEN_US - {"忘れる"}
    if "上げる" in said.hung:
        return said.head.lemma not in _FOR_ANOTHER and not lemmas & (
            GIVEN - {"下さる"}
        )  # お子さんに声援を送ってあげて
    passes = said.head.lemma == "送る" and bool(_PASSED.intersection(lemmas))
    listens = said.head.surface.startswith("聴") and not WEIGHS.intersection(lemmas)  # not あと一曲だけ聴いて
    return passes or listens or said.head.lemma not in TOWARD_ME


def reminds(said: Predicate) -> bool:
    """Whether it reminds them: 深呼吸ひとつ、忘れずにね, a thing to have or do for themselves, not 返事を忘れずに."""
    lemmas = said.lemmas
    spared = lemmas[-3:] in (("忘れる", "ず", "に"), ("忘れる", "ない", "で"))
    if not spared or said.words[0] is said.head:
        return False
    weighs = WEIGHS - {"だけ"}
    toward = (BETWEEN_US - {"忘れる"}) | CONTACT | SPEAKING | GIVEN | weighs | HARD | _DUTIES
    return not (toward | (TOWARD_ME - {"忘れる"})).intersection(lemmas)


def _but_our_share(said: Predicate) -> set[str]:
    """The lemmas without a speaker who only gives a share of the joy or steps aside: うちのぶんまで叫んできて,
    こっちのことは置いといて、ゆっくり休んでね.
    """
    lemmas = said.lemmas
    shared = [at for at, after in enumerate(pairwise(lemmas[1:])) if after == ("の", "分")]
    if lemmas[:4] == ("此方", "の", "こと", "は") and lemmas[4] in _PUT_ASIDE:
        shared.append(0)
    return {lemma for at, lemma in enumerate(lemmas) if at not in shared or lemma not in SPEAKING}


def _gives_us_nothing(said: Predicate) -> bool:
    """きれいにしてもらってきて, 給料日まで生き延びてくれ, not 教えてくれ: it is had elsewhere, or done for oneself."""
    given = (GIVEN & said.hung) - {"下さる"}
    if "来る" in said.hung:
        given -= {"貰う", "頂く"}
    own = said.head is not None and (said.head.lemma in _OWN_DOING or bool(_BED.intersection(said.lemmas)))
    own = own and said.end.lemma == "呉れる"
    return not given - ({"呉れる"} if own else set())


def _spares(said: Predicate) -> bool:
    """風邪ひかないで, 夜更かししすぎないでね, 腰やらないでね: what is not to happen to them."""
    lemmas = set(said.lemmas)
    if ("て", "来る") in pairwise(said.lemmas):
        lemmas.discard("来る")  # 冷えてきましたし comes to nobody
    if said.head is None or not said.negative or not {"ない", "ず"} & said.hung:
        return False
    hit = lemmas & _MISHAPS or (said.head.lemma in _HURT and lemmas & _BODY)
    return bool(hit) and not lemmas & (BETWEEN_US | TOWARD_ME | CONTACT | GIVEN | HARD | (WEIGHS - {"だけ"}))
