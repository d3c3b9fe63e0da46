"""Whom a name means."""

from data.names import one_called

APART, TOGETHER = "Zoe\u0308", "Zo\u00eb"


def test_capitals_and_the_writing_of_an_accent_do_not_matter_for_the_only_one() -> None:
    assert one_called("ANNA", ("ben", "Anna")) == "Anna"
    assert one_called(APART.upper(), (TOGETHER,)) == TOGETHER
    assert one_called(TOGETHER, (APART,)) == APART
    assert one_called("carl", ("anna", "ben")) is None


def test_of_two_that_differ_by_no_more_the_one_that_is_written_so_is_meant() -> None:
    for names in (("Anna", "anna"), (APART, TOGETHER)):
        assert [one_called(name, names) for name in names] == list(names)
        assert one_called(names[0].upper(), names) is None
