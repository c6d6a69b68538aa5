"""Words, by their dictionary form, that turn a sentence toward the speaker or make it weigh on the other."""


def forms(*lines: str) -> frozenset[str]:
    """The words of ``lines``, set apart by spaces."""
    return frozenset(word for line in lines for word in line.split())


SPEAKER = forms("私 俺 己 僕 自分 うち わし 儂 我 此方 おいら 拙者")
LISTENER = forms("御前 君 貴方 其方 あんた 其奴")
SPEAKING = SPEAKER | LISTENER

GIVEN = forms("呉れる 貰う 貰える 頂く 頂ける 下さる 欲しい たい")
"""The speaker gets or wants something."""

TOWARD_ME = forms(
    "返す 返事 返信 連絡 教える 知る 知らせる 聞かせる 聞く 話す 言う 答える 呉れる 来る 会う",
    "待つ 空ける 許す 信じる 見せる 送る 電話 付き合う 考え直す 思い出す 誘う 頼る 認める 説明",
    "払う 確認 調整 気付く 分かる 約束 代わる 任せる 手伝う 助ける 責任 渡す 貸す 借りる",
    "抜ける 断る 謝る 止める 載せる 察する 慰める 連れる 保存 共有 押さえる 合流 参加 延期",
    "明ける 御願い 願う 覚悟 楽しみ 混ぜる 混ざる 加える 仲間",
)
"""What one asks of another for oneself; a request of anything else is a good wish: 楽しんでおいで."""

DEPENDS = forms(
    "遣る 見る 考える 覚える 読む 作る 入れる 選ぶ 決める 直す 変える 消す 開ける 掛ける",
    "片付ける 取る 着替える 塗る 捨てる 書く 忘れる 為る 越す 準備",
)
"""What may be asked for oneself or wished for them: 考えといて, but いい点とってこい."""

JUDGES = forms(
    "甘え 裏切り 裏切る 浮気 浮気者 屑 クズ 塵 口約束 八方美人 怠慢 怠惰 怠け 理屈 屁理屈 幼い 幼稚 未熟 子供染みる 浅い 浅はか 薄っぺらい",
    "しょうもない 仕様も無い 下らない 詰まらない 茶番 芝居 演技 意地悪 意地 罪 天罰 罰 報い 失格 他人 面倒 厄介 厚かましい 図々しい 迷惑",
    "身勝手 我が儘 我儘 自己中 自己中心 冷血 薄情 薄情者 非情 無神経 非常識 恩知らず 臆病 弱虫 卑怯 偽善 偽物 詐欺 嘘吐き 無礼 生意気 傲慢 見栄",
    "言い成り 言いなり 当て付け 皮肉 恨み 未練 執念 冷淡 不実 不誠実 不真面目 裏 塩対応 逃避 言い方 断り方 遣り方 付き合い方 返し方 情けない 情け無い ださい くず",
)
"""What judges a person, an act, or a way of saying no."""

HARSH = JUDGES | forms(
    "残念 嘘 言い訳 逃げ 終わり 軽い 勝手 同じ 毎回 急 冷たい 狡い 酷い 嫌い 嫌 変",
    "可笑しい 失礼 普通 本当 暇 無駄 最低 最悪 悲しい 寂しい 辛い 遅い 短い 重い 悪い",
    "怪しい 理由 口実 都合 社交辞令 返事 返信 既読 気持ち 約束 脈 デート 彼氏 彼女 男",
    "女 無い ない",
)
"""What is said to hurt, or of what is between the two."""

BITTER = HARSH - forms("ない 無い 急 普通")
"""What hurts wherever it is said."""

HARD = BITTER - forms("短い 軽い 重い 暇 気持ち")
"""What is in no good wish."""

CONTACT = forms("返事 御返事 返信 連絡 既読 LINE 電話 通話 スタンプ 番号")
"""By what the two speak to each other."""

BETWEEN_US = forms(
    "会う 会える 誘う 御誘い 誘い 待つ 連絡 返事 返信 既読 LINE 電話 メール 空ける 空く 予約 約束 迎える",
    "送る 付き合う 信じる 好き 愛 愛する 恋 デート 一緒 御一緒 二人 彼氏 彼女 次回 次 今度 何時 代わり 埋め合わせ",
    "お預け 再度 改めて 機会 探す 調べる 押さえる 用意 準備 調整 頼る 甘える 奢る 断る 謝る 許す 気持ち 本心 本音",
    "意識 脈 話 仲良し 関係 友達 知り合う 元カノ 元彼 載せる 投稿 スクショ 忘れる 思い出す",
)
"""What is between the two: a sentence that tells of anything else asks nothing of the other."""

WEIGHS = JUDGES | forms(
    "悲しい 寂しい 淋しい 辛い 泣く 涙 落ち込む 凹む 傷付く 悔しい 惨め 虚しい 残念 ショック 眠れる 孤独 切ない 絶望",
    "苦しい 期待 折角 結局 矢張り 何うせ 毎回 毎度 毎日 何時も 又 勝手 嘘 言い訳 口実 冷たい 狡い 酷い 嫌い 嫌 最低 最悪",
    "怪しい 失礼 無責任 無駄 社交辞令 便利 都合 暇 独り 別 他 外 誰か 皆 べき 筈 積もり しか くらい 位 ばかり せめて",
    "より 方 のに 癖 自棄酒 深酒 死ぬ 消える 捨てる 負け 意味 価値 本当 一応 正直 常識 マナー 社会人 大人 ドタキャン 遅刻 だけ",
    "基本 印象 誠意 縁 御縁 態度 ノリ 雑 代案 目上 若い",
)
"""What hurts, reproaches, compares or limits, whatever it is said of."""

HEAVY = BETWEEN_US | WEIGHS | BITTER | SPEAKING | GIVEN
"""What an open door is not about."""
