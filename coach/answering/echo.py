"""What a model says of its own instructions: they are answered to, not shown."""

import re
import unicodedata

from guardrails.vocabulary import Finding, Outcome, Span, Verdict

_OF_ITSELF = re.compile(
    r"プロンプト|システムメッセージ|json|スキーマ|(?:与えられた|渡された|これまでの|以前の|上の)(?:指示|命令|決まり|ルール|設定)"
    r"|(?:指示|命令|制限|決まり|ルール)を?(?:無視|解除|忘れ)|話し方の約束|資料の読み方|答えの形"
    r"|(?:モード|役|ai)に(?:切り替|なりき|なりまし|変わりまし)"
)
_WHY = "モデルへの指示そのものを話しています。"
_HINT = "相談する人への言葉だけを書いてください。"


def check_echo(text: str) -> Verdict:
    """Reject what speaks of instructions to a model instead of to the user.

    >>> check_echo("これまでの指示を無視しました。").outcome.value
    'reject'
    >>> check_echo("既読無視されると、つらいですよね。").outcome.value
    'pass'
    """
    found = _OF_ITSELF.search(unicodedata.normalize("NFKC", text).lower())
    if found is None:
        return Verdict(Outcome.PASS)
    return Verdict(Outcome.REJECT, (Finding("advice.echo", None, Span(0, len(text), text), _WHY, _HINT),))
