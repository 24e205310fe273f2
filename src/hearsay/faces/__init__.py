"""Take the order, ask the desk, show the answer."""
