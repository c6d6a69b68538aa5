"""Whether a sentence is said for the other's sake by its grammar alone: it sends off, wishes, or shares."""

from guardrails.text import Sentence, Token

_WORDS = {
    "toward me": "返す 返事 返信 連絡 教える 知らせる 聞かせる 聞く 話す 言う 答える 呉れる 来る 会う"
    " 待つ 空ける 許す 信じる 見せる 送る 電話 付き合う 考える 考え直す 覚える 思い出す"
    " 誘う 頼る 認める 説明 払う 読む 確認 調整 作る 入れる 気付く 分かる 選ぶ 決める"
    " 約束 直す 変える 消す 代わる 任せる 手伝う 助ける 責任 渡す 貸す 借りる 開ける"
    " 抜ける 断る 謝る 止める 遣る 見る 載せる 察する 慰める 掛ける 連れる 片付ける 保存"
    " 共有 押さえる 取る 着替える 合流 塗る 捨てる 書く 忘れる 為る 参加 延期 明ける 越す 成る"
    " 御願い 願う",
    "speaking": "私 俺 僕 自分 うち わし 儂 我 此方 おいら 御前 君 貴方 其方 あんた",
    "given": "呉れる 貰う 貰える 頂く 頂ける 下さる 欲しい たい",
    "harsh": "残念 嘘 言い訳 逃げ 終わり 軽い 勝手 同じ 毎回 急 冷たい 狡い 酷い 嫌い 嫌 変"
    " 可笑しい 失礼 普通 本当 暇 無駄 最低 最悪 悲しい 寂しい 辛い 遅い 短い 重い 悪い"
    " 怪しい 理由 口実 都合 社交辞令 返事 返信 既読 気持ち 約束 脈 デート 彼氏 彼女 男"
    " 女 無い ない",
    "refusing": "ない 無い ず ぬ せる させる とく 置く",
}
_LEMMAS = {kind: frozenset(words.split()) for kind, words in _WORDS.items()}
_TOWARD_ME = _LEMMAS["toward me"]
"""What one asks of another for oneself; a request of anything else is a good wish: 楽しんでおいで."""

_SPEAKING, _FOR_ME = _LEMMAS["speaking"], _LEMMAS["given"]
_HARSH, _NOT_TO = _LEMMAS["harsh"], _LEMMAS["refusing"]
_SHARING = frozenset(("ね", "な"))
_SILENT = frozenset(("補助記号", "空白", "記号"))


def kind(sentence: Sentence) -> bool:
    """Whether ``sentence`` asks nothing for the speaker and sends off, wishes, is sure of a good end or shares.

    >>> from guardrails.text import view
    >>> [kind(view(t).sentences[0]) for t in ("合宿で思いきり叫んできて!", "会場まで迎えに来てね")]
    [True, False]
    """
    words = [t for t in sentence.tokens if t.pos[0] not in _SILENT]
    if sentence.question or not words or any(t.lemma in _SPEAKING for t in words):
        return False
    end = len(words)
    while end and words[end - 1].pos[1] == "終助詞":
        end -= 1
    return bool(end) and (
        _sends_off(words[:end], words[end:]) or _wishes(words[:end]) or _shares(words[:end], words[end:])
    )


def _sends_off(words: list[Token], tail: list[Token]) -> bool:
    """A request or an order of something they do for themselves: 稼いでこい, 叫んできて, 寝るんだぞ, 負けるなよ."""
    lemmas = [t.lemma for t in words]
    if not _orders(words, tail) or _NOT_TO.intersection(lemmas[-3:]) or (_FOR_ME & set(lemmas)) - {"下さる"}:
        return False
    doing = [
        t
        for before, t in zip([None, *words], words, strict=False)
        if t.pos[2] == "サ変可能" or (t.pos[0] == "動詞" and (before is None or before.pos[1] != "接続助詞"))
    ]
    return bool(doing) and doing[-1].lemma not in _TOWARD_ME


def _orders(words: list[Token], tail: list[Token]) -> bool:
    """Whether it ends in an imperative, a bare て, or a soft order of what they do anyway."""
    end, before = words[-1], words[-2].lemma if len(words) > 1 else ""
    said = tail[0].surface.rstrip("ー") if tail else ""
    form = end.pos[5]
    return (
        form.startswith("命令形")
        or (end.lemma == "て" and end.pos[1] == "接続助詞")
        or (end.lemma == "だ" and before == "の" and said == "ぞ")
        or (end.pos[0] == "動詞" and form.startswith("終止形") and said == "な")
        or (end.pos[0] == "動詞" and form.startswith("連用形") and said in ("や", "な", "ね"))
    )


def _wishes(words: list[Token]) -> bool:
    """祈る, 願う, といい, よい週末を, どうぞ, きっと: what they are wished."""
    lemmas = [t.lemma for t in words]
    if (_FOR_ME | _TOWARD_ME | _HARSH).intersection(lemmas):
        return False
    return (
        bool({"祈る", "御祈り", "きっと"}.intersection(lemmas))
        or ("願う" in lemmas and "御" not in lemmas)
        or lemmas[-2:] in (["と", "良い"], ["様", "だ"])
        or lemmas[-1] == "どうぞ"
        or (words[-1].surface == "を" and bool({"良い", "素敵", "楽しい", "最高"}.intersection(lemmas)))
    )


def _shares(words: list[Token], tail: list[Token]) -> bool:
    """A state of things now and ね, よな or もんね: 大仕事だね, それは外せませんよね."""
    lemmas = [t.lemma for t in words]
    if not tail or tail[-1].lemma not in _SHARING or "か" in (t.lemma for t in tail):
        return False
    if (_HARSH | _FOR_ME).intersection(lemmas) or any(t.pos[4] == "助動詞-タ" for t in words[-3:]):
        return False
    state = list(words)
    while state and (state[-1].pos[0] == "助動詞" or state[-1].lemma == "もの"):
        state.pop()
    if not state:
        return False
    if state[-1].pos[0] in ("形状詞", "名詞", "接尾辞"):
        return len(state) < len(words)
    return state[-1].pos[0] == "形容詞" or (state[-1].pos[0] == "動詞" and len(tail) > 1)
