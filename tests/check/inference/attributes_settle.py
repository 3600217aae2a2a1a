# What is known of an attribute while it is being found is settled afterwards: the loops behind it are not walked again from each of their ends.
class Place:
    def __init__(self, text: bytes) -> None:
        self.text = text
        self.ends = [1]

    def bounds(self, i: int) -> tuple[int, int]:
        return i, self.ends[i]


class Search:
    def __init__(self, start: Place) -> None:
        self.target = start
        self.changed = {0}
        self.seen = self.target

    def clear(self) -> None:
        self.seen = self.target
        self.changed = set()

    @property
    def places(self):
        if self.seen is not self.target:
            before = self.seen
            after = self.target
            old = before.text
            new = after.text
            if len(after.ends) != len(before.ends) or after.ends != before.ends:
                self.changed = set()
            else:
                for i in range(len(after.ends)):
                    u, v = after.bounds(i)
                    if i not in self.changed and old[u:v] != new[u:v]:
                        self.changed.add(i)
            self.seen = after
        assert self.seen is self.target
        return self.changed

    def update(self, place):
        self.target = place

    def lower(self, base: int) -> None:
        current = self.target
        blocked = [current.text[u:v] for u, v in map(current.bounds, self.places)]
        chosen = [i for i in sorted(self.places) if self.target.ends[i]]
        numbers = [int.from_bytes(blocked[i], "big") for i in chosen]
        offset = min(numbers)
        for i in range(len(numbers)):
            numbers[i] -= offset

        def again(o: int) -> bytes:
            new = list(blocked)
            for i, v in zip(chosen, numbers):
                new[i] = (v + o).to_bytes(len(blocked[i]), "big")
            return b"".join(new)

        shifted = [numbers[i] + offset for i in chosen if numbers[i]]
        total = sum(shifted[i] * numbers[i] for i in chosen)
        kept = [i for i in chosen if total > shifted[i] + numbers[i]]
        again(sum(kept[i] * shifted[i] + numbers[i] for i in kept))
        pairs = sorted(zip(kept, shifted, numbers))
        for i, v, w in pairs:
            blocked[i] = (blocked[kept[i]] + blocked[chosen[v]])[: numbers[w]]
        reveal_type(numbers)  # N: Revealed type is "builtins.list[builtins.int]"
