"""設定: what is set, where things lie, what is sent."""

import streamlit as st

from coach.pages import room
from coach.settings import Drafting

_DRAFTING = {
    Drafting.COMPOSED: "AIモデルは設定されていません。案はこのパソコンの中の言い回しから組み立てます。",
    Drafting.MODEL_UNNAMED: "接続先はありますが、モデル名（YOHAKU_MODEL）がまだです。決めるまで、何も送りません。",
    Drafting.MODEL: "案は次のAIモデルが書き、チェックを通ったものだけを表示します。",
}


def draw() -> None:
    """Read only: settings come from the environment or a `.env` file."""
    settings = room.settings()
    st.subheader("AIモデル", anchor=False)
    st.text(_DRAFTING[settings.drafting])
    if settings.drafting is Drafting.MODEL:
        st.text(f"モデル {settings.model}\n接続先 {settings.base_url or 'OpenAI'}")
    st.subheader("送られるもの", anchor=False)
    st.text(
        "モデルを設定したときだけ、相談の文、相手の返事、読み取りの結果を送ります。"
        "名前や電話番号などは、送る前に置き換えます。設定しなければ、何も外に出ません。"
    )
    st.subheader("保存場所", anchor=False)
    st.text(
        (settings.database_url and "YOHAKU_DATABASE_URL で指定したデータベース") or str(settings.data_dir)
    )
