"""Whether what was typed can be read at all; if not, one sentence that says what to do."""

MAX_CHARS = 20_000
"""More than this is no message to a coach; the page says so and keeps the text."""


def unusable(text: str) -> str:
    """Why the text cannot be read and what helps, in Japanese; "" when it can."""
    if not text.strip():
        return "まだ何も書かれていないようです。起きたことを、ひとことからで大丈夫です。"
    if len(text) > MAX_CHARS:
        return (
            f"{len(text):,}文字は一度に読みきれません（{MAX_CHARS:,}文字まで）。"
            "いちばん気になるやりとりのところだけ、貼ってもらえますか。書いたものはこの画面に残っています。"
        )
    if not any(c.isalnum() for c in text):
        return "絵文字や記号だけだと、何があったかを読み取れません。ひとことだけ、言葉で教えてもらえますか。"
    if not any(_japanese(c) for c in text):
        return "日本語で書いてもらえると読み取れます。相手の返事も、届いたままの言葉で貼ってもらえると助かります。"
    return ""


def _japanese(c: str) -> bool:
    return "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uff66" <= c <= "\uff9f"
