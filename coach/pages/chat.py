"""相談: tell what happened, get an answer."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from coach.labels import STAGES
from coach.memory import Case, Turn
from coach.noting import sent
from coach.pages import room
from coach.pages.answer import draw_part, draw_reading, draw_stop
from coach.pages.editor import draw_editor
from coach.pages.handover import draw_handover, hand_over, hand_over_pasted
from coach.pages.language import announce
from coach.pages.notes import draw_proposals, withdraw, write_down
from coach.pages.sending import draw_sent, keep_sending
from coach.pages.temporary import draw_offer
from coach.parts import Draft, Drafted, Planned, Read, Sending
from coach.reply import respond, rewrite
from coach.shelf import showable
from coach.situation import Plan
from coach.wanted import drafts_in, standing
from coach.worries import ENOUGH, times_today
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
        _draw_turn(turn, case, last=position == len(case.turns) - 1)
    draw_proposals(case)
    if case.turns and times_today(case, room.desk().today) >= ENOUGH:
        draw_stop(room.desk().now)
    exchange = draw_handover()
    typed = st.chat_input(
        "何がありましたか（相手の返事は「」で）", key="typed", submit_mode="stop", accept_file=True
    )
    if typed and typed.files:
        hand_over(typed.files[0].getvalue(), name=typed.files[0].name)
    pasted = typed is not None and not typed.files and hand_over_pasted(typed.text)
    # A press, an agreed talk and a typed message can arrive in one run; none may be lost.
    pressed: _Ask | None = st.session_state.pop("ask", None)
    asks = [pressed] if pressed else []
    asks += [_Ask(exchange)] if exchange else []
    asks += [_Ask(typed.text)] if typed and not pasted and (typed.text or not typed.files) else []
    for ask in asks:
        _answer(ask)
    if asks or pasted or (typed and typed.files):
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
            if isinstance(part, Sending):
                keep_sending(room.case().turns[-1].id, part.prompt)
    write_down(case)
    _say_what_came()


def _say_what_came() -> None:
    turn = room.case().turns[-1]
    drafts = len(drafts_in(showable(turn.parts)))
    if turn.finished:
        announce(f"案が{drafts}件できました" if drafts else "答えができました", about=turn.id)


def _draw_welcome() -> None:
    st.text(
        "こんばんは。何があったか、そのまま聞かせてください。\n送る言葉も、送らない夜も、一緒に考えます。"
    )
    for i, example in enumerate(EXAMPLES):
        st.button(example, key=f"example-{i}", on_click=_choose, args=(example,), width="stretch")
    draw_offer()


def _draw_turn(turn: Turn, case: Case, *, last: bool) -> None:
    with st.chat_message("user"):
        st.text(turn.text)
    parts = showable(turn.parts)
    plan = next((part.plan for part in parts if isinstance(part, Planned)), None)
    for i, part in enumerate(parts):
        key = f"{turn.id}-{i}"
        if last and turn.finished and isinstance(part, Read):
            draw_reading(part.reading, chip=partial(_draw_chip, text=turn.text, key=key))
            continue
        draw_part(part, key=key)
        if last and isinstance(part, Drafted):
            _draw_tools(part, plan or _standing_plan(case), case, key=key)
    draw_sent(turn.id)
    if not turn.finished:
        st.text("この返事は途中で止まっています。書いたものは残っています。")
        st.button("もう一度聞く", key=f"{turn.id}-again", on_click=_choose, args=(turn.text,))


def _standing_plan(case: Case) -> Plan | None:
    found = standing(case)
    return found[2] if found else None


def _draw_chip(stage: Stage | None, text: str, key: str) -> None:
    """The stage that was read, where it stands; a tap corrects it."""
    with st.popover(STAGES[stage] if stage else "場面を選ぶ", icon=":material/edit:"):
        st.pills(
            "いまはどの場面に近いですか",
            list(Stage),
            format_func=STAGES.__getitem__,
            default=stage,
            key=f"{key}-stage",
            on_change=_correct,
            args=(text, f"{key}-stage"),
        )


def _draw_tools(part: Drafted, plan: Plan | None, case: Case, *, key: str) -> None:
    """What can be done with a draft: another wording, a hand of one's own, a note that it was sent."""
    draft, editing = part.draft, f"{key}-editing"
    with st.container(horizontal=True):
        with st.popover("言い方を変える"):
            st.pills("言い方", WISHES, key=f"{key}-wish", on_change=_wish, args=(draft, f"{key}-wish"))
            with st.form(f"{key}-free", border=False):
                st.text_input("ほかの希望", key=f"{key}-words", placeholder="例：もう少しさっぱり")
                st.form_submit_button("書き直す", on_click=_wish, args=(draft, f"{key}-words"))
        open_now = bool(st.session_state.get(editing))
        st.button(
            "手直しを閉じる" if open_now else "手で直す",
            key=f"{key}-edit",
            on_click=_toggle,
            args=(editing,),
        )
        written = f"{key}-hand"
        if any(event.words in (draft.text, _by_hand(written)) for event in case.events):
            st.caption("送ったと記録しました。あとは相手のペースで大丈夫です。")
        elif plan is not None:
            st.button("これを送った", key=f"{key}-sent", on_click=_sent, args=(case.id, plan, draft, written))
    if open_now:
        draw_editor(
            key=written,
            label="手で直す",
            stage=part.stage,
            incoming=part.incoming,
            start=draft.text,
            keep=f"yohaku.{written}",
        )


def _by_hand(key: str) -> str | None:
    state = st.session_state.get(key)
    return str(state["draft"]) if state and state.get("draft") else None


def _toggle(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key)


def _sent(case_id: str, plan: Plan, draft: Draft, key: str) -> None:
    desk = room.desk()
    if happened := sent(plan, _by_hand(key) or draft.text, desk.today):
        room.store().note(case_id, happened)


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
