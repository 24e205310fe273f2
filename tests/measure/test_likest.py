"""What is wanted is brought to what was found: each once, the likest first."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.measure.likest import likest

SCORED = st.lists(
    st.tuples(st.sampled_from([0.5, 0.75, 1.0]), st.integers(0, 4), st.integers(0, 4)),
    unique_by=lambda one: one[1:],
)


@given(SCORED)
def test_each_once_and_no_likelier_pair_is_left_free(scored: list[tuple[float, int, int]]) -> None:
    like = {(one, other): share for share, one, other in scored}
    pairs = list(likest(scored))
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    for (one, other), share in like.items():
        taken = [like[pair] for pair in pairs if pair[0] == one or pair[1] == other]
        assert taken
        assert max(taken) >= share
