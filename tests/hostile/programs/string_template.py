import string
string.Template("$a" * 10**6).substitute(a="b" * 1000)
