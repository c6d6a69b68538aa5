"""相談: tell what happened, get an answer."""

from contextlib import closing
from dataclasses import replace

import streamlit as st

from coach import interface, warming
from coach.answering.attempt import Sending
from coach.answering.wanted import drafts_in
from coach.pages import room
from coach.pages.answer import draw_part, draw_stop
from coach.pages.asking import Ask, choose, pressed, taken
from coach.pages.handover import draw_handover, hand_over, hand_over_pasted
from coach.pages.language import announce
from coach.pages.notes import draw_proposals, withdraw, write_down
from coach.pages.sending import keep_sending
from coach.pages.standing_lines import draw_standing_lines
from coach.pages.temporary import draw_offer
from coach.pages.turn import draw_turn
from coach.pages.words import say
from coach.reply import Parts, respond, rewrite
from coach.story.memory import Case
from coach.story.shelf import showable
from coach.worries import ENOUGH, times_today

_EXAMPLES = ("chat.example_declined", "chat.example_silence", "chat.example_waiting")
_SHOWN = 8
"""Turns drawn at once; a long story opens as fast as a short one."""


def draw() -> None:
    """Draw the page; an answer under way is drawn part by part, then the page is drawn again from the store.

    It is drawn where the kept turn will stand, so that the one takes the other's place without standing twice.
    """
    case = room.case()
    ask = pressed()
    welcome, story = st.container(), st.container()
    if case.turns:
        with story:
            _draw_turns(case, but=ask.instead if ask else "")
    else:
        with welcome:
            _draw_welcome()
    _draw_what_stands(case)
    exchange = draw_handover()
    typed = st.chat_input(say("chat.box"), key="typed", submit_mode="stop", accept_file=True)
    if typed and typed.files:
        hand_over(typed.files[0].getvalue(), name=typed.files[0].name)
    pasted = typed is not None and not typed.files and hand_over_pasted(typed.text)
    # A press, an agreed talk and a typed message can arrive in one run; none may be lost.
    asks = [ask] if ask else []
    asks += [Ask(exchange)] if exchange else []
    asks += [Ask(typed.text)] if typed and not pasted and (typed.text or not typed.files) else []
    for each in asks:
        with story:
            _answer(each)
    if asks or pasted or (typed and typed.files):
        st.rerun()


def _answer(ask: Ask) -> None:
    if ask.corrected or ask.instead:
        withdraw(room.case())
    case = room.case()
    room.remember(case.id)
    with st.chat_message("user"):
        st.text(ask.text)
    warming.wait()
    before = replace(case, turns=tuple(turn for turn in case.turns if turn.id != ask.instead))
    with st.container(), closing(_parts(ask, before)) as parts:  # a press on stop leaves from inside
        taken(ask)  # behind the last place where the run may be cut short before the turn is kept
        for i, part in enumerate(parts):
            if ask.instead and i == 0:
                room.store().take_back(ask.instead)  # not before what is said instead of it has been kept
            draw_part(part, key=f"now-{len(case.turns)}-{i}")
            if isinstance(part, Sending):
                keep_sending(room.case().turns[-1].id, part.prompt)
    write_down(before)
    _say_what_came()


def _parts(ask: Ask, case: Case) -> Parts:
    if ask.draft is None:
        return respond(ask.text, case=case, desk=room.desk(), corrected=ask.corrected)
    return rewrite(ask.draft, ask.text, case=case, desk=room.desk())


def _say_what_came() -> None:
    turn = room.case().turns[-1]
    drafts = len(drafts_in(showable(turn.parts)))
    if turn.finished:
        words = say("chat.drafts_ready", count=drafts) if drafts else say("chat.answer_ready")
        announce(words, about=turn.id)


def _draw_welcome() -> None:
    st.text(say("chat.welcome"))
    for i, example in enumerate(_EXAMPLES):
        said = interface.say(example)  # what is asked is Japanese in every language
        st.button(say(example), key=f"example-{i}", on_click=choose, args=(said,), width="stretch")
    draw_offer()


def _draw_turns(case: Case, *, but: str) -> None:
    """The newest turns, without the one that is being said anew."""
    shown = int(st.session_state.get(_key(case), _SHOWN))
    hidden = len(case.turns) - shown
    if hidden > 0:
        st.button(say("chat.earlier", count=hidden), key="earlier", on_click=_show_more, args=(case,))
    for turn in case.turns[-shown:]:
        if turn.id != but:
            draw_turn(turn, case, last=turn is case.turns[-1])


def _draw_what_stands(case: Case) -> None:
    """What holds for the whole story, under its newest turn."""
    if not case.turns:
        return
    draw_standing_lines(case)
    draw_proposals(case)
    if times_today(case, room.desk().today) >= ENOUGH:
        draw_stop(room.desk().now)


def _show_more(case: Case) -> None:
    st.session_state[_key(case)] = int(st.session_state.get(_key(case), _SHOWN)) + _SHOWN


def _key(case: Case) -> str:
    return f"{case.id}-shown"
