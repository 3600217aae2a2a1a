# Keys that are taken out and put in again, in dicts that also hold others: what is found is what a list of pairs says.
import random


def checked(d, pairs):
    assert list(d.items()) == pairs, (d, pairs)
    for key, value in pairs:
        assert d[key] == value


def churn(make, seed, size, rounds):
    chance = random.Random(seed)
    d, pairs = {}, []
    for turn in range(rounds):
        key = make(chance.randrange(size))
        known = [i for i, pair in enumerate(pairs) if pair[0] == key]
        assert (key in d) == bool(known)
        if not known:
            d[key] = turn
            pairs.append((key, turn))
        elif chance.random() < 0.3:
            d[key] = turn
            pairs[known[0]] = (key, turn)
        elif chance.random() < 0.5:
            del d[key]
            del pairs[known[0]]
        else:
            assert d.pop(key) == pairs.pop(known[0])[1]
        if turn % 97 == 0:
            checked(d, pairs)
    checked(d, pairs)
    return len(d)


print(churn(lambda n: f"key {n}", 1, 40, 4000))
print(churn(lambda n: n * 64, 2, 60, 4000))
print(churn(lambda n: (n, str(n)), 3, 30, 2000))
print(churn(lambda n: n if n % 2 else str(n), 4, 200, 4000))

# One key again and again, beside many that stay.
stay = {f"n{i}": i for i in range(300)}
for turn in range(2000):
    stay["comes"] = turn
    assert stay["comes"] == turn and "goes" not in stay
    stay["goes"] = turn
    del stay["comes"]
    assert "comes" not in stay and stay["goes"] == turn
    del stay["goes"]
print(len(stay), sum(stay[f"n{i}"] for i in range(300)), list(stay)[-1])

# From both ends.
line = {i: i for i in range(500)}
for i in range(500, 3000):
    del line[i - 500]
    line[i] = i
    if i % 3 == 0:
        line.popitem()
        line[i] = -i
print(len(line), next(iter(line)), list(line.values())[-4:])
