"""What commands answer is said in both languages from the same facts."""

from string import Formatter

import pytest

from pipelines.domain.messages.answers import ANSWERS, answer


def facts_of(words):
    return sorted({name for _, name, _, _ in Formatter().parse(words) if name})


@pytest.mark.parametrize("code", sorted(ANSWERS))
def test_an_answer_tells_the_same_in_both_languages(code):
    french, english = ANSWERS[code]
    assert facts_of(french) == facts_of(english)


def test_an_answer_is_in_the_language_of_the_shop():
    assert answer("issue_none", "fr") == "Aucun avoir n'est prêt."
    assert answer("issue_none", "en") == "No credit note is ready."
