import fnmatch
fnmatch.fnmatch("a" * 60, "*a" * 40 + "b")
