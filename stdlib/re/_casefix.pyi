_EXTRA_CASES: dict[int, tuple[int, ...]]
