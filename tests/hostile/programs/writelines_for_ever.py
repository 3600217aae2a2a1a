import io, itertools
io.StringIO().writelines(itertools.repeat(""))
