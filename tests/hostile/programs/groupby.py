import itertools
for k, g in itertools.groupby(itertools.repeat(1)):
    for x in g: pass
