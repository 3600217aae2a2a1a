import sqlite3
c = sqlite3.connect(':memory:')
a, b = 'a' * 3000000, 'a' * 1500000 + 'b'
chars = ''.join(map(chr, range(1000, 50000))) * 20
many = '{' + ','.join('"%d":1' % i for i in range(300000)) + '}'
for sql, args in [("select instr(?, ?)", (a, b)), ("select instr(?, ?)", (a.encode(), b.encode())), ("select length(replace(?, ?, 'x'))", (a, b)), ("select length(trim(?, ?))", (a, chars + 'a')), ("select length(rtrim(?, ?))", (chars, 'x' + chars)),
        ("select ? like ?", (a, '%a' * 20000 + 'b')), ("select ? glob ?", (a, '*a' * 400 + 'b')), ("select ? like ?", (a, '%a_' * 300 + 'b')), ("select length(json_patch(?, ?))", (many, many.replace('"', '"x', 1))),
        ("select 1" + " + instr(?1, ?2)" * 900, (a, b)), ("select " + ','.join(["length(?1 || ?2)"] * 1900), (a, b))]:
    try: print(c.execute(sql, args).fetchone()[:2])
    except (sqlite3.Error, MemoryError, RecursionError) as e: print(type(e).__name__, e)
