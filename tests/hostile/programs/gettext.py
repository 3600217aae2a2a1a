import gettext
gettext.c2py('n' + '+n' * 5000)
gettext.c2py('(' * 19 + 'n' + ')' * 19)(10**5)
