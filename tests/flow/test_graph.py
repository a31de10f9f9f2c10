"""The graph: values travel along links and wake watches, within bounds."""

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.flow.graph import Graph, Origin
from migrate_vllm.flow.values import Literal, Name, Spot

SPOT = Spot(PurePosixPath("a.py"), (0, 1))
A, B = Name("a"), Name("b")


def graph(number: int) -> Graph:
    made = Graph()
    made.places(number)
    return made


def held(made: Graph) -> list[list[str]]:
    return [[value.dotted for value in place if isinstance(value, Name)] for place in made.held]


def test_a_value_goes_along_links_made_before_and_after():
    made = graph(4)
    made.link(0, 1)
    made.give(0, A)
    made.run()
    made.link(1, 2)
    made.run()
    assert held(made) == [["a"], ["a"], ["a"], []]


def test_links_have_one_direction():
    made = graph(3)
    made.link(0, 1)
    made.link(2, 1)
    made.give(1, A)
    made.give(2, B)
    made.run()
    assert held(made) == [[], ["a", "b"], ["b"]]


def test_a_cycle_comes_to_an_end():
    made = graph(3)
    for source, target in ((0, 1), (1, 2), (2, 0), (1, 1)):
        made.link(source, target)
    made.give(1, A)
    made.run()
    assert held(made) == [["a"], ["a"], ["a"]]


def test_a_watch_is_told_each_value_once_also_those_that_were_there():
    made = graph(1)
    told: list[object] = []
    made.give(0, A)
    made.run()
    made.watch(0, told.append)
    made.give(0, A)
    made.give(0, B)
    made.run()
    assert told == [A, B]


def test_a_watch_may_link_and_watch_and_give():
    made = graph(3)
    told: list[object] = []

    def arrive(value):
        made.link(0, 1)
        made.watch(2, told.append)
        made.give(2, B)

    made.watch(0, arrive)
    made.give(0, A)
    made.run()
    assert (held(made), told) == ([["a"], ["a"], ["b"]], [B])


def test_a_place_holds_a_bounded_number_of_values_and_fewer_texts():
    made = graph(2)
    for number in range(100):
        made.give(0, Literal(str(number), SPOT))
        made.give(1, Name(str(number)))
    made.run()
    assert [len(place) for place in made.held] == [12, 32]


def test_the_moves_are_bounded_and_what_waits_is_let_go():
    made = graph(1)
    told = []

    def arrive(value):
        told.append(value)
        made.watch(0, arrive)

    made.watch(0, arrive)
    made.give(0, A)
    made.run()
    made.run()
    assert 0 < len(told) < 11_000


def test_once_is_true_the_first_time():
    made = Graph()
    assert [made.once("x", 1), made.once("x", 2), made.once("x", 1)] == [True, True, False]


def test_places_are_numbered_on():
    made = Graph()
    assert [made.place(), made.places(3), made.place(), made.places(0)] == [0, 1, 4, 5]


def test_the_way_leads_back_to_where_a_value_began():
    made = graph(4)
    made.link(0, 1)
    made.link(1, 2, SPOT)
    made.watch(2, lambda value: made.give(3, B, Origin(2, value, SPOT)))
    made.give(0, A)
    made.run()
    assert list(made.way(3, B)) == [(3, B, None), (2, A, SPOT), (1, A, SPOT), (0, A, None)]


def test_the_way_out_of_a_cycle_comes_to_an_end():
    made = graph(2)
    made.give(0, A, Origin(1, A))
    made.give(1, A, Origin(0, A))
    assert list(made.way(0, A)) == [(0, A, None), (1, A, None)]


links = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20)
gifts = st.lists(st.tuples(st.integers(0, 7), st.sampled_from([A, B])), max_size=4)


@given(links, gifts, st.randoms())
def test_the_order_of_links_and_values_makes_no_difference(links, gifts, random):
    steps = [("link", *link) for link in links] + [("give", *gift) for gift in gifts]
    results = []
    for _ in range(2):
        made = graph(8)
        for verb, *arguments in steps:
            getattr(made, verb)(*arguments)
            if random.random() < 0.3:
                made.run()
        made.run()
        results.append([set(place) for place in made.held])
        random.shuffle(steps)
    assert results[0] == results[1] == _reached(links, gifts)


def _reached(links, gifts):
    """The same by trying until nothing changes."""
    places = [set() for _ in range(8)]
    for place, value in gifts:
        places[place].add(value)
    for _ in range(8):
        for source, target in links:
            places[target] |= places[source]
    return places
