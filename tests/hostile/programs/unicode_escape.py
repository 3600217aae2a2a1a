('\\N{LATIN SMALL LETTER A}' * 200000).encode().decode('unicode_escape')
