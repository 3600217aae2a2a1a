# -*- coding: latin-1 -*-
# A source in another encoding (PEP 263).
word = "café ¤"
print(word, len(word), ascii(word))
