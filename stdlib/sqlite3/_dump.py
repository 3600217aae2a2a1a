"""The text of a database: statements that make it again."""


def _name(text):
    return '"' + text.replace('"', '""') + '"'


def statements(connection):
    cursor = connection.cursor()
    cursor.row_factory = None
    yield "BEGIN TRANSACTION;"
    made_virtual, counters = False, []
    masters = cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL AND type = 'table' ORDER BY name").fetchall()
    for table, sql in masters:
        if table == "sqlite_sequence":  # it is made with the first table that counts, and filled when all are
            counters = ['DELETE FROM "sqlite_sequence";']
            counters += [f"{row[0]};" for row in cursor.execute('SELECT \'INSERT INTO "sqlite_sequence" VALUES(\' || quote(name) || \',\' || quote(seq) || \')\' FROM sqlite_sequence').fetchall()]
            continue
        elif table == "sqlite_stat1":
            yield 'ANALYZE "sqlite_master";'
        elif table.startswith("sqlite_"):
            continue
        elif sql.upper().startswith("CREATE VIRTUAL TABLE"):
            if not made_virtual:
                made_virtual = True
                yield "PRAGMA writable_schema=ON;"
            values = ",".join([f"'{each}'" for each in ("table", table.replace("'", "''"), table.replace("'", "''"))])
            quoted = sql.replace("'", "''")
            yield f"INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES({values},0,'{quoted}');"
        else:
            yield f"{sql};"
        columns = [row[1] for row in cursor.execute(f"PRAGMA table_info({_name(table)})").fetchall()]
        into = "INSERT INTO " + _name(table) + " VALUES("
        shown = " || ',' || ".join([f"quote({_name(column)})" for column in columns])
        text = into.replace("'", "''")
        for row in cursor.execute(f"SELECT '{text}' || {shown} || ')' FROM {_name(table)}").fetchall():
            yield f"{row[0]};"
    for _, sql in cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL AND type IN ('index', 'trigger', 'view')").fetchall():
        yield f"{sql};"
    if made_virtual:
        yield "PRAGMA writable_schema=OFF;"
    yield from counters
    yield "COMMIT;"
