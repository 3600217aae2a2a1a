"""Dictionary-heavy objects: an inventory with indexes, reports by groups, defaultdict and Counter."""
from __future__ import annotations

import sys
from collections import Counter, defaultdict


class Item:
    def __init__(self, name: str, group: str, price: int, count: int) -> None:
        self.name = name
        self.group = group
        self.price = price
        self.count = count
        self.tags: dict[str, str] = {"group": group, "size": "big" if price > 500 else "small"}


class Inventory:
    def __init__(self) -> None:
        self.items: dict[str, Item] = {}
        self.by_group: defaultdict[str, list[Item]] = defaultdict(list)
        self.sold: Counter[str] = Counter()

    def add(self, item: Item) -> None:
        self.items[item.name] = item
        self.by_group[item.group].append(item)

    def sell(self, name: str, count: int) -> int:
        item = self.items.get(name)
        if item is None or item.count < count:
            return 0
        item.count -= count
        self.sold[item.group] += count
        return item.price * count

    def report(self) -> dict[str, dict[str, int]]:
        result: dict[str, dict[str, int]] = {}
        for group, items in self.by_group.items():
            entry = {"count": 0, "value": 0, "big": 0}
            for item in items:
                entry["count"] += item.count
                entry["value"] += item.price * item.count
                if item.tags["size"] == "big":
                    entry["big"] += 1
            result[group] = entry
        return result


def main() -> None:
    n = int(sys.argv[1])
    inventory = Inventory()
    for i in range(2000):
        inventory.add(Item(f"item-{i}", f"group-{i % 13}", i * 7 % 1000 + 1, 50 + i % 200))
    income = 0
    total = 0
    for i in range(n):
        income += inventory.sell("item-" + str(i * 17 % 2100), i % 3 + 1)
        if i % 2000 == 0:
            for entry in inventory.report().values():
                total += entry["value"] % 1000 + entry["big"]
    best = inventory.sold.most_common(2)
    print(income, total, best, len(inventory.items))


if __name__ == "__main__":
    main()
