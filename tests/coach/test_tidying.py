from coach.tidying import DONE, STEPS, next_step
from guardrails.advice import check_advice
from guardrails.vocabulary import Outcome


def test_questions_come_one_at_a_time_in_order_and_end() -> None:
    asked: tuple[str, ...] = ()
    seen = []
    while step := next_step(asked):
        seen.append(step.rule)
        asked = (*asked, step.id)
    assert seen == ["T1", "T1", "T1", "T2", "T3"]
    assert len(set(asked)) == len(STEPS)


def test_every_sentence_may_be_said() -> None:
    for sentence in (*(step.question for step in STEPS), *DONE):
        assert check_advice(sentence).outcome is Outcome.PASS, sentence
