"""相談: tell what happened, get an answer."""

from dataclasses import dataclass

import streamlit as st

from coach.labels import STAGES
from coach.memory import Turn
from coach.pages import room
from coach.pages.answer import draw_part
from coach.pages.handover import draw_handover, hand_over
from coach.pages.notes import draw_proposals, withdraw, write_down
from coach.pages.temporary import draw_offer
from coach.parts import Draft, Drafted, Part, Read
from coach.reply import respond, rewrite
from coach.shelf import showable
from guardrails.vocabulary import Stage

EXAMPLES = (
    "土曜に映画に誘ったら「ごめん、その日は仕事で難しい」と返ってきました。なんて返せばいいですか。",
    "3日前に送ったLINEが既読のまま返ってきません。もう一通送っていいですか。",
    "好きな人から連絡が来なくて、ずっとスマホを見てしまいます。",
)
WISHES = ("短く", "やわらかく", "敬語で", "タメ口で", "絵文字なし", "別の案")


@dataclass(frozen=True, slots=True)
class _Ask:
    """What the user asks in this run: a message, a message with the stage corrected, or a wish about a draft."""

    text: str
    draft: Draft | None = None
    corrected: Stage | None = None


def draw() -> None:
    """Draw the page; an answer under way is drawn part by part, then the page is drawn again from the store."""
    case = room.case()
    if not case.turns:
        _draw_welcome()
    for position, turn in enumerate(case.turns):
        _draw_turn(turn, last=position == len(case.turns) - 1)
    draw_proposals(case)
    exchange = draw_handover()
    typed = st.chat_input(
        "何がありましたか（相手の返事は「」で）", key="typed", submit_mode="stop", accept_file=True
    )
    if typed and typed.files:
        hand_over(typed.files[0].getvalue(), name=typed.files[0].name)
    # A press, an agreed talk and a typed message can arrive in one run; none may be lost.
    pressed: _Ask | None = st.session_state.pop("ask", None)
    asks = [pressed] if pressed else []
    asks += [_Ask(exchange)] if exchange else []
    asks += [_Ask(typed.text)] if typed and (typed.text or not typed.files) else []
    for ask in asks:
        _answer(ask)
    if asks or (typed and typed.files):
        st.rerun()


def _answer(ask: _Ask) -> None:
    if ask.corrected:
        withdraw(room.case())
    case, desk = room.case(), room.desk()
    room.remember(case.id)
    with st.chat_message("user"):
        st.text(ask.text)
    if ask.draft is None:
        parts = respond(ask.text, case=case, desk=desk, corrected=ask.corrected)
    else:
        parts = rewrite(ask.draft, ask.text, case=case, desk=desk)
    with st.container():
        for i, part in enumerate(parts):
            draw_part(part, key=f"now-{len(case.turns)}-{i}")
    write_down(case)


def _draw_welcome() -> None:
    st.text(
        "こんばんは。何があったか、そのまま聞かせてください。\n送る言葉も、送らない夜も、一緒に考えます。"
    )
    for i, example in enumerate(EXAMPLES):
        st.button(example, key=f"example-{i}", on_click=_choose, args=(example,), width="stretch")
    draw_offer()


def _draw_turn(turn: Turn, *, last: bool) -> None:
    with st.chat_message("user"):
        st.text(turn.text)
    parts = showable(turn.parts)
    for i, part in enumerate(parts):
        draw_part(part, key=f"{turn.id}-{i}")
        if last and isinstance(part, Drafted):
            _draw_wishes(part.draft, key=f"{turn.id}-{i}")
    if not turn.finished:
        st.text("この返事は途中で止まっています。書いたものは残っています。")
        st.button("もう一度聞く", key=f"{turn.id}-again", on_click=_choose, args=(turn.text,))
    elif last:
        _draw_correction(turn, parts)


def _draw_wishes(draft: Draft, *, key: str) -> None:
    with st.popover("言い方を変える"):
        st.pills("言い方", WISHES, key=f"{key}-wish", on_change=_wish, args=(draft, f"{key}-wish"))
        with st.form(f"{key}-free", border=False):
            st.text_input("ほかの希望", key=f"{key}-words", placeholder="例：もう少しさっぱり")
            st.form_submit_button("書き直す", on_click=_wish, args=(draft, f"{key}-words"))


def _draw_correction(turn: Turn, parts: tuple[Part, ...]) -> None:
    reading = next((part.reading for part in parts if isinstance(part, Read)), None)
    if reading is None:
        return
    with st.popover("読み取りがちがうとき"):
        st.pills(
            "いまはどの場面に近いですか",
            list(Stage),
            format_func=STAGES.__getitem__,
            default=reading.stage,
            key=f"{turn.id}-stage",
            on_change=_correct,
            args=(turn.text, f"{turn.id}-stage"),
        )


def _choose(text: str) -> None:
    st.session_state["ask"] = _Ask(text)


def _wish(draft: Draft, key: str) -> None:
    if (words := st.session_state.get(key)) and _first_time(key):
        st.session_state["ask"] = _Ask(str(words), draft=draft)


def _correct(text: str, key: str) -> None:
    if (stage := st.session_state.get(key)) and _first_time(key):
        st.session_state["ask"] = _Ask(text, corrected=stage)


def _first_time(key: str) -> bool:
    """Streamlit calls a widget's callback again when the run that it began was cut short."""
    answered: set[str] = st.session_state.setdefault("answered", set())
    if key in answered:
        return False
    answered.add(key)
    return True
