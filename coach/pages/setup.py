"""設定: what is set, whether it works, what is sent, where things lie."""

import streamlit as st

from coach.pages import room
from coach.pages.cost import draw_cost
from coach.pages.sending import draw_trial
from coach.settings import Drafting, Settings
from coach.trial import Trial, tried

_TRIAL = "trial"
_DRAFTING = {
    Drafting.COMPOSED: "AIモデルは設定されていません。案はこのパソコンの中の言い回しから組み立てます。",
    Drafting.MODEL_UNNAMED: "接続先はありますが、モデル名（YOHAKU_MODEL）がまだです。決めるまで、何も送りません。",
    Drafting.MODEL: "案は次のAIモデルが書き、チェックを通ったものだけを表示します。",
}
_PRESETS = {
    "OpenAI": "OPENAI_API_KEY=自分のキー\nYOHAKU_MODEL=モデルの名前",
    "Ollama": "OPENAI_BASE_URL=http://127.0.0.1:11434/v1\nYOHAKU_MODEL=ollama list に出る名前",
    "LM Studio": "OPENAI_BASE_URL=http://127.0.0.1:1234/v1\nYOHAKU_MODEL=画面に出ている名前",
    "ほかのOpenAI互換": "OPENAI_BASE_URL=提供元の住所（多くは末尾が /v1）\nOPENAI_API_KEY=自分のキー\nYOHAKU_MODEL=モデルの名前",
}


def draw() -> None:
    """Read only: settings come from the environment or a `.env` file."""
    settings = room.settings()
    st.subheader("AIモデル", anchor=False)
    st.text(_DRAFTING[settings.drafting])
    if settings.drafting is Drafting.MODEL:
        st.text(f"モデル {settings.model}\n接続先 {settings.base_url or 'OpenAI'}")
    if settings.drafting is not Drafting.COMPOSED:
        st.button("接続を確かめる", key="setup-try", on_click=_try, args=(settings,))
        _draw_trial(st.session_state.get(_TRIAL))
    _draw_presets()
    if settings.drafting is Drafting.MODEL:
        st.subheader("使ったトークン", anchor=False)
        draw_cost()
    st.subheader("送られるもの", anchor=False)
    st.text(
        "モデルを設定したときだけ、相談の文、相手の返事、読み取りの結果と、"
        "同じ相談の直前4回までのやりとり、見せた案、送ったと記録した文を送ります。設定しなければ、何も外に出ません。\n"
        "名前や電話番号などは、見つけられたものを送る前に置き換えます。見落としもありえます。\n"
        "下書きチェックと整えるで書いたものは、モデルを設定していても送りません。"
    )
    draw_trial()
    st.subheader("保存場所", anchor=False)
    st.text(
        (settings.database_url and "YOHAKU_DATABASE_URL で指定したデータベース") or str(settings.data_dir)
    )


def _draw_presets() -> None:
    with st.expander("AIモデルにつなぐには"):
        st.text("次の行を、起動するフォルダーの .env という名前のファイルに書いて、余白を開き直します。")
        chosen = st.pills("つなぐ先", list(_PRESETS), default="OpenAI", required=True, key="setup-preset")
        st.code(_PRESETS[chosen or "OpenAI"], language=None, wrap_lines=True)


def _draw_trial(trial: Trial | None) -> None:
    if trial is None:
        return
    st.text(trial.sentence)
    if trial.offered:
        st.text("接続先にあるモデル\n" + "\n".join(trial.offered))


def _try(settings: Settings) -> None:
    st.session_state[_TRIAL] = tried(settings)
