"""One thread for each test that trains: several run at once."""

import pytest


@pytest.fixture(autouse=True)
def one_thread() -> None:
    """Torch reckons on one thread."""
    torch = pytest.importorskip(
        "torch", reason="training needs torch: pip install 'hearsay[train]'"
    )
    torch.set_num_threads(1)
