# python3.12
import colorsys, random
r = random.Random(1)
points = [(0, 0, 0), (1, 1, 1), (1, 0, 0), (0, 1, 0), (0, 0, 1), (0.5, 0.5, 0.5), (1.0, 0.5, 0.25)]
points += [(round(r.random(), 3), round(r.random(), 3), round(r.random(), 3)) for _ in range(60)]
for p in points:
    for name in colorsys.__all__:
        print(name, p, *[round(x, 12) for x in getattr(colorsys, name)(*p)])
for h in (-0.3, 1.5, 2.0):
    print(colorsys.hsv_to_rgb(h, 0.5, 0.5), colorsys.hls_to_rgb(h, 0.5, 0.5))
