"""Whose words a quote or a pasted line is, from the words around it."""

import re
from enum import StrEnum


class Voice(StrEnum):
    """Whose words they are. ``DRAFT`` is the user's own message that has not been sent."""

    USER = "user"
    THEM = "them"
    DRAFT = "draft"
    UNKNOWN = "unknown"
    NOBODY = "nobody"


_ME = r"(?:自分|俺|おれ|オレ|僕|ぼく|ボク|私|わたし|わたくし|あたし|あたい|うち|ウチ|ワイ|わい|わし|ワシ|当方|こちら|こっち|me|Me|ME)"
_MY_DRAFT = re.compile(
    rf"^(?:{_ME}の?)?(?:案[\d①-⑩一二三ABＡＢ]*|返し|返信案?|返事案|下書き[\d①-⑩]*|したがき|下がき|文案|文面|送る予定|送信予定|送りたい文|仮|draft|ドラフト|候補\d?|[A-CＡ-Ｃ①-③]|これから送る文?)$",
    re.I,
)
_THEIRS = re.compile(
    r"^(?:相手|あいて|彼女?|かれ|かのじょ|彼氏|先方|向こう|むこう|あちら|あっち|あの[子人方]|その[子人方]|先輩|後輩|元[彼カ][レノ]?|好きな[人子]|気になる[人子]|お相手|同期|友達|フレ|推し|上司|部下)"
    r"(?:から|の)?(?:の?(?:返事|返信|LINE|ライン|文|メッセージ|返答|反応|断り(?:文句|の文)?))?$|^(?:返事|返信|返答|回答|相手文|来たLINE|来た文|断り文句)$"
)


def name_voice(name: str) -> Voice | None:
    """Who a name at the head of a line is; None when it may be anybody.

    >>> name_voice("自分"), name_voice("相手"), name_voice("みく")
    (<Voice.USER: 'user'>, <Voice.THEM: 'them'>, None)
    """
    if _MY_DRAFT.match(name):
        return Voice.DRAFT
    if re.fullmatch(rf"{_ME}(?:から|の?(?:LINE|ライン|送信))?", name):
        return Voice.USER
    return Voice.THEM if _THEIRS.match(name) else None


_TO = r"(?:って|っち|と|て|とだけ|ってだけ|とか|なんて|やて|みたいに|みたいな|の|、|←|→|\s)*"
_PAUSE = r"[^。!！?？\n「」『』]"
_RECEIVED = re.compile(
    rf"^{_TO}(?:{_PAUSE}{{0,8}}?)(?:言われ|いわれ|言うて(?:た|き|くれ|まし|はっ)|ゆうて(?:た|き|くれ|はっ)|言う(?:ん|から|けど|し|の(?:で|だ))|言って(?:き|く|い?(?:た|まし)|も?ら)|聞かれ|返って|返され|(?:返事|返信|返答|お返事|お返し|答え|連絡|line|LINE|ライン)(?:が|は|を)?(?:き|来|あ(?:っ|り)|もら|いただ|頂|届|返|でし|だ|$|。|のみ|だけ)|来(?:た|て|まし|る)|きた|きて|きまし|きとる|断ら(?!れた(?:直後|とこ|あと|後|返事|相手|人))|ことわ|お断り|かわさ|流さ|流れ|届い|とのこと|のことで|とのお|おっしゃ|送られ|書いて(?:あ|き)|付け足さ|添えられ|書かれ|くださ(?:い|っ)|くれ(?:た|て|は|まし)|もら(?:っ|い)(?!いい)|いただ(?:い|き)|頂戴|賜|拝受|謝ら|謝り倒|ふられ|振られ|フラれ|フられ|拒否|(?:相談|打診|提案|質問|確認|報告|頼|誘|伝え|告げ|打ち明け)(?:[さまわらか]|ら)?れ(?:た|て|まし)|理由で|が理由|だけ(?:返って|返され|来|き|$|。))"
)
_IS_SAID = re.compile(
    r"^(?:だって|やって|だと|やと|やねん|だそう|だとさ|ってさ|って[。!！?？…\s]|って$|と[。…]|と$|て。|とのこと|とだけ|の(?:一言|一点張り|ひとこと|二文字|2文字|返事|返信)|で(?:断ら|終わ|流|かわ|おわ)|という(?:返事|返信|お返事|断り|お断り|答え)|との(?:返事|返信|お返事|こと))"
)
_SENT = re.compile(
    rf"^{_TO}(?:{_PAUSE}{{0,8}}?)(?:送(?:った|って(?!い[いて]|も|平気|大丈夫|み|ほし|[Oo][Kk]|おk|しま)|り(?:まし|、)|信(?:した|しまし))|(?:お)?誘(?:い(?:し|を|まし)|った|って(?:み)?た)|聞(?:いた(?!い)|きまし|いたら)|返(?:せ(?:た(?!ら|の)|まし)|[信事]?し(?:た(?!い|ほう|方)|まし)|[信事]?(?:済み?|ずみ)|[信事]?して(?:ある|おい|いる|終|、|から|しま|その|ちゃ|既読|そこ|それ|もう|[0-9０-９一二三四五六七八九十半]))|送信済|言った|言って、|言いまし|書いて送|(?:LINE|ライン|line)(?:した|しまし)|伝えた(?!い)|打った|うった|お願い(?:し(?:た|て|まし)|を|、)|声(?:を)?かけ(?:た|まし)|告(?:った|白し)|送ってしま|送っちゃ|聞いちゃ|言っちゃ|誘っちゃ(?!って)|に(?:した(?!い|ほう|方|ら)|しと|してお|しまし|とどめ|留め)|で(?:終わらせ|締め|済ませ)|だけ送(?!りた|ろう|る|って(?:も)?い)|って?した|(?<=って)し(?:た|とい))"
)
_TO_SEND = re.compile(
    rf"^{_TO}(?:(?:これ|この(?:文|文面|返信|返事|内容|言い方))(?:、|で|を|なら)?)?(?:を|は|で|だけ|だけでも|くらい|ぐらい|とか)?(?:{_PAUSE}{{0,10}}?)(?:送(?:って(?:も|い[いて]|平気|大丈夫|み|ほし|[Oo][Kk]|おk|気|スッキリ)|り(?:たい|ます|まし?ょ|直)|る|ろ(?:う|か)|信し(?:て|よ))|返(?:す(?:つもり|予定|の|け|だけ|な|って|か|と)|そう|し(?:たい|ても|ていい|て大丈夫|て平気|てみ|ようか|ます)|せば)|聞(?:いて(?:も)?(?:い|大丈夫|みて|み)|く(?:の|つもり|のは)|きたい|こう)|言(?:って(?:も)?いい|いたい|う(?:の|つもり)|おう)|打って(?:ある|いい|み)|書(?:いて(?:い[いる]|も|載|み)|こう|きたい|い?ちゃ|き(?:まし|たい))|誘(?:いたい|う|って(?:も)?い|おう)|載せ|あげ(?:て|よ|る)|投稿|伝え(?:たい|て(?:も)?い|る)|消した|まとめ|添え|足す|足し(?:て|たい)|入れ(?:て(?:も)?いい|る))"
)
_CHECKED = re.compile(
    r"^(?:←|→|で|って|は|を|と)?(?:、|\s)*(?:これ)?(?:で)?(?:いい(?:です|かな|よね|と思|\?|？|の)|OK|ok|おけ|おk|大丈夫|だいじょうぶ|平気|よろしい|合って|どう(?:です|かな|思|だろ|\?|？|でしょ)|セーフ|アウト|チェック|添削|採点|見て|みて|変(?:です|かな|じゃ|\?|？)|重(?:い|く)|へん|失礼|問題(?:な|あ)|ng|NG|気にして|これを|催促|しつこ|(?:は|って)(?:ダメ|だめ|アリ|あり|なし|ナシ))"
)
_BEFORE_DRAFT = re.compile(
    r"(?:(?:^|[\s　])[A-CＡ-Ｃ①-③]|下書き|したがき|(?<!提)案[\d①-⑩]*|仮[)）]?|文面|文案|(?:これ|この(?:文|文面|返信|返事|返し|案|内容)|以下|次の文|次)(?:を|で|、)?(?:送(?:って|る|ろう)|返)[^。\n]{0,10}|送る予定|送信予定|返信案|送信前|自分の(?:分|返し|返信)|最後に|チェック[^\n]{0,12}|添削[^\n]{0,16}|採点[^\n]{0,12}|(?:次の)?下書き[^。\n]{0,12}|返し|返そうと[^\n]{0,6}|送ろうと[^\n]{0,8}|送ります|みてほしい|見てほしい|読んでください[^\n]{0,14}|これ(?:で|、)[^。\n]{0,6}(?:角|いい|大丈夫|OK|ok)[^\n]{0,8}|書きました[^\n]{0,12}|判定[^\n]{0,24})[:：→↓、。?？!！\s]*$"
)
_THEIR_TEXT = re.compile(
    r"(?:相手|先方|向こう|むこう|あちら|彼女?|あの[子人方])(?:から)?の(?:文面?|返事|返信|返答|言葉|LINE|ライン)(?:は|が)?[:：→⇒↓、\s]*$|折り?返し[、\s]*$"
)
_NAMED_BEHIND = re.compile(r"^[ 　]*[(（←]?[ 　]*(?P<name>[^()（）「」『』。、\s]{1,6})[)）]")
_BEFORE_THEM = re.compile(
    r"(?:相手|彼女?|先方|向こう|むこう|あちら|あの[子人方]|その[子人方]|先輩|後輩|本人|お相手|さん|くん|ちゃん|友達|同期|上司|店長|部長|課長)(?:から|が|は|に|も|の(?:返事|返信|文|ほう|方|言葉|お?返答|LINE))(?:が|は|から|で)?[^。\n「『」』]{0,8}[、:：は→]?\s*$"
    r"|(?:から|返事は|返事が|返信が|返信は|お返事が?は?|返答は|答えは|(?:相手|先方)の文は|言葉は|たら|たところ|ところ|んだけど|けど|そしたら|すると|けん|のに|したっけ|えば|とき|今朝|さっき|先ほど|先程|先週|昨日|昨夜|先月(?:は|、)?|やんわり|あっさり|一言|文言は|(?:断り|お断り|理由)(?:文句|の(?:文|言葉|理由))?(?:は|が|も)|[一二1-2１２](?:回|度)目(?:は|の|も)?[^。\n]{0,10}|きょうは?|今日は?|今度は|月に|前に|半年前に|ずっと前に|返事|返信|\dヶ月前に|→|⇒)[、:：は]?\s*$"
)
_FROM_THEM = re.compile(
    r"(?:相手|彼女?|先方|向こう|むこう|あちら|あの[子人方]|その[子人方]|お相手|本人)(?:から|が|は|の(?:返事|返信|文|ほう|方|言葉|LINE))?[^。\n「『」』]{0,6}[、:：は→↓(（]?\s*$|(?:返事|返信|返答)(?:は|が)?[、:：→↓]?\s*$|(?:相手|先方|向こう)の(?:文|返事|返信|文面)[^「『]{0,10}$"
)
_BEFORE_USER = re.compile(
    rf"(?:{_ME}(?:は|が|から|も)?|(?:また|もう一度|つい)?送(?:った(?!ら|ところ|とこ|ん|けど|のに|が)|って|りまし(?:て|た(?!ら|ところ|が|けど|のに)))|返しは|返信は|私の返事は|こっちから|思い切って|思いきって|勇気を?出して)[、:：→]?[^。\n「『]{{0,6}}$"
)
_READ_MARK = re.compile(
    r"[ 　→、]*(?:(?:[0-9０-９]+|[一二三四五六七八九十半丸]+)(?:分|時間|日|週間)(?:後|以上|近く)?)?(?:(?:既読|未読)(?!無視(?:し|って))|(?:お?返事|返信|返答|反応)(?:が|は)?(?:な[いし]|来な|こな|ゼロ)|無反応|無言|音沙汰)"
)  # it stands beside what one has sent oneself
_JUST_SENT = re.compile(r"送(?:った|りました|っちゃった)[、:：]\s*$")
_INVITES = re.compile(
    r"行かない|行きませんか|行こ|いこ|いかない|いかへん|行かへん|どう[?？]|どうですか|どうでしょう|どうかな|いかがですか|見ない|食べ(?:ない|に行)|飲み?(?:に行|行こ|いこ)|回らん|まわらん|見らん|しませんか|しない[?？]|(?:暇|ひま|ヒマ)[?？]|空いて(?:る|ます)[?？か]|いこうよ|よかったら|会えない[?？]|会わない[?？]|なら[?？]$|は[?？]$"
    r"|(?:行[かき]|[いや]か|来|観|見|食べ|飲[まみ]|[回ま]わ?[らり]|遊[ばび]|会[わい]|出かけ|歩[かき]|乗[らり]|走[らり]|し)(?:ない|ません|へん|ん)(?:か|かな)?[?？]"
)
_MY_INVITATION = re.compile(
    r"よかったら|よければ|良かったら|無理なら|もし(?:興味|時間|都合)|興味(?:が)?あったら|スルーで(?:OK|ok|大丈夫|いい)|行きませんか|行かない[?？]"
)
_THIRD = re.compile(
    r"(?:友人|友達|友だち|ともだち|親友|親|母|父|姉|妹|兄|弟|占い師?|ネット|動画|記事|AI|ChatGPT)(?:には?|から(?:は)?|が|は|で)(?:相談したら|言ったら|聞いたら|話したら|見せたら|言われ|、)?[^。\n「『」』]{0,4}$|(?:友人|友達|友だち|親|姉|妹|母)に(?:相談し|言っ|聞い|話し|見せ)(?:たら|て)[^。\n「『」』]{0,4}$"
)
_REWORK = re.compile(
    r"^(?:これ|この文|←|↑|\s)*(?:を|って|は)?(?:もっと|少し|もう少し)?(?:丁寧|敬語|標準語|短くし|短くお願|やわらか|柔らか|軽く|崩し|自然|添削|採点|推敲|チェック|直し|角を)"
)
_SORRY = re.compile(
    r"ごめ|すみ|すま|申し訳|残念|むり|その日|ですが、|だけど|ない(?:ので|から|けど|んだ|です)|られない"
)
_ANSWERS_A_NO = re.compile(
    r"^(?:そっか|了解|りょ|おけ|おっけ|オッケ|ok|わかった|わかりました|分かりました|承知|かしこまり|全然(?:気に|大丈夫)|いえいえ|大丈夫(?:だよ|です)|連絡ありがとう|教えてくれて|お返事ありがとう|はーい)",
    re.I,
)


def _around(message: str, start: int, end: int) -> tuple[str, str]:
    """What stands before a quotation (or in the line above, when it begins its line) and behind it."""
    line_start = message.rfind("\n", 0, start) + 1
    before = message[max(line_start, start - 40) : start]
    if not before.strip(" 　(（>＞・") and line_start:
        before = message[max(0, line_start - 40) : line_start].rstrip("\n").split("\n")[-1]
    return before, message[end : end + 40].split("\n")[0]


def quote_voice(message: str, start: int, end: int, words: str, *, refuses: bool, offers: bool) -> Voice:
    """Whose words the quotation ``message[start:end]`` (marks included) holds.

    Args:
        message: the whole message.
        start: offset of the opening mark.
        end: offset behind the closing mark.
        words: what stands between the marks.
        refuses: whether the words themselves read like a no.
        offers: whether they read like an offer of a day or a plan.
    """
    before, after = _around(message, start, end)
    if _THIRD.search(before):
        return Voice.NOBODY
    named = _NAMED_BEHIND.match(after)
    if named and (voice := name_voice(named["name"])):
        return voice
    if _THEIR_TEXT.search(before):
        return Voice.THEM
    if _REWORK.match(after) or (_BEFORE_DRAFT.search(before) and not _RECEIVED.match(after)):
        return Voice.DRAFT
    if _READ_MARK.match(after) and not refuses:
        return Voice.USER
    if _RECEIVED.match(after) and not after.startswith(("←", "↑")):
        return Voice.THEM
    if refuses and after.startswith(("←", "↑")) and not _ANSWERS_A_NO.match(words):
        return Voice.THEM
    said_on = not refuses or after.startswith(("って", "と", "て", "を", "っち"))
    if said_on and _SENT.match(after):
        return Voice.USER
    if said_on and _TO_SEND.match(after) and not (refuses and _BEFORE_THEM.search(before)):
        return Voice.DRAFT
    if _ANSWERS_A_NO.match(words) and not _FROM_THEM.search(before):
        return Voice.USER if _BEFORE_USER.search(before) else Voice.DRAFT
    if _MY_INVITATION.search(words) and not _SORRY.search(words):
        return Voice.USER
    if refuses:
        mine = _JUST_SENT.search(before) or (_BEFORE_USER.search(before) and _SENT.match(after))
        return Voice.USER if mine else Voice.THEM
    if _IS_SAID.match(after) and (not _CHECKED.match(after) or _BEFORE_THEM.search(before)):
        return Voice.THEM
    if _BEFORE_USER.search(before):
        return Voice.USER
    if _BEFORE_THEM.search(before) or _FROM_THEM.search(before):
        return Voice.THEM
    if _CHECKED.match(after):
        return Voice.DRAFT
    if _INVITES.search(words):
        return Voice.USER
    return Voice.THEM if offers else Voice.UNKNOWN


def surely_theirs(message: str, start: int, end: int, *, refuses: bool) -> bool:
    """Whether the words around a quotation say outright that it came from the other."""
    before, after = _around(message, start, end)
    received = _RECEIVED.match(after) and not after.startswith(("←", "↑"))
    return bool(received or _FROM_THEM.search(before) or (refuses and _BEFORE_THEM.search(before)))


def invites(words: str) -> bool:
    """Whether words read like an invitation."""
    return bool(_INVITES.search(words))


_LABEL = re.compile(
    r"(?:(?:^|[\s　])[A-CＡ-Ｃ①-③]|下書き|したがき|案[\d①-⑩A-C]?|返し|返信案|返事案|文案|文面)[:：→↓]?\s*[「『]?$"
)


def called_draft(message: str, start: int) -> bool:
    """Whether the words that begin at this offset are called a draft, beside them or on the line above."""
    before = message[max(0, start - 24) : start].rstrip("「『 　\n")
    return bool(_LABEL.search(before))
