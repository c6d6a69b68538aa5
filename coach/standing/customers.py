"""A shop's own customer, invited by whoever serves there: who is served may go elsewhere, and depends on nobody."""

import re

_SHOP = r"(?:屋|店|カフェ|喫茶|食堂|レストラン|ビストロ|居酒屋|バー|バル|スナック|キッチンカー|工房|ギャラリー|民宿|ペンション|ゲストハウス|旅館|直売所|スタンド)(?:さん)?"
_KEEPS = re.compile(
    rf"{_SHOP}(?:を|の)?(?:一人で|ひとりで|夫婦で|小さく|細々と)?(?:やって|して|営ん|営み|経営|切り盛り|開い(?:て|た)|開業|始め)(?!(?:い?る|ます?|い?た)?(?:人|子|方|友|女性|男性|彼))"
    rf"|(?:{_SHOP}の?)?(?:店主|亭主|店長|女将|大将|店員|バリスタ|パン職人|菓子職人|料理人|板前|花屋|パン屋|本屋|八百屋)(?:です|を?(?:して|やって)(?:い?ま|い?る[。、]|おり)|なん(?:です|だ)|だけど|だが)"
    rf"|(?:うち|自分|私|わたし|俺|僕)(?:の(?:営む|やってる)?|が(?:やってる|営む))(?:小さな)?{_SHOP}(?:に|の(?:お客|常連))"
    rf"|{_SHOP}で(?:働い|バイトし|パートし|アルバイトし|接客し)[^。!?、\n人子方]{{0,5}}(?:ます|です|おり|る[。、]|て、)"
    rf"|(?<!その)(?<!あの)(?<!同じ){_SHOP}に(?:よく|毎[日週月]|いつも)?(?:来て|通って|買いに来て|食べに来て|飲みに来て)くれ(?!た(?:のに|ら))"
    r"|よく(?:来て|買いに来て|食べに来て|飲みに来て|通って)くれ(?:る|てる|ている)お?(?:客|常連)"
)
"""The user keeps a shop, or serves in one."""
_INVITED = re.compile(
    r"(?:お?客(?:さん|様|さま)|お得意さん|常連(?:さん|客|の(?:お?客(?:さん|様)|方|人|女性|男性|子))?|(?:来て|通って)くれ(?:る|てる|ている)(?:方|人|子|女性|男性))(?:\([^)]{0,8}\))?(?:の(?:方|人|女性|男性|子|お?一人|ひとり))?"
    r"(?:を|に(?!誘われ|言われ|しつこ)|へ|と(?!して))[^。!\n]{0,70}?(?:誘(?:っ|い|う|お)|さそ(?:っ|い)|声(?:を)?(?:お)?(?:かけ|掛け)|お誘い)"
)
_SOMEBODY_ELSE = re.compile(
    r"部下|(?:アル)?バイト(?:の[子人方]|さん|くん|ちゃん|仲間)|パート(?:さん|の[子人方])|スタッフ|従業員|新人|後輩|先輩|店員(?:さん|の[子人方])|同僚"
    r"|患者|生徒|教え子|会員|受講|利用者|入居|保護者|取引|得意先|仕入れ先|顧客|クライアント|担当|指名|同伴|施術|カルテ|会員|キャバ|ホスト(?!ファ)|風俗|メイド|先生|講師|教室|弟子|業者|発注|未成年|高校生|中学生|学生"
    r"|断(?:れな|りにく|りづら)|しつこ|誘われ"
)
"""Beside a customer: whoever does depend on the user, or the user on them."""


def invites_a_customer(told: str) -> bool:
    """Whether a folded telling is of a customer of the user's own shop who was invited, and of nobody that depends on it.

    Where the user is the customer, who serves cannot say no freely: that stays.
    """
    return bool(_KEEPS.search(told) and _INVITED.search(told)) and not _SOMEBODY_ELSE.search(told)
