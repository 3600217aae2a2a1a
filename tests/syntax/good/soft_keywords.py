match = 1
match(match)
match[match] = 2
match.x = match
case = type = _ = 3
type(case)
print(match, case, type)
match -1:
    case -1: pass
match (a, b):
    case (1, 2): pass
match a, *b:
    case 1, *rest: pass
match {"a": 1}:
    case {"a": 1, **rest} if rest: pass
    case C(1, x=2) | D.E(): pass
    case "a" "b" | b"c" | None | True | -1.5 + 2j: pass
    case [a, (b, c), *_] as d: pass
    case (x): pass
    case (x,): pass
    case x.y.z: pass
    case _: pass
with (a): pass
with (a, b): pass
with (a, b) as c: pass
with (a as b, c as (d, e),): pass
with (a), (b): pass
with (yield): pass
with (a, *b): pass
with open(x) as f, g() as h.i, j as k[0]: pass
