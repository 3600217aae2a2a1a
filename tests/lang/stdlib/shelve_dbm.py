# shelve and dbm.dumb: what is kept in files, flags, writeback, closed shelves
import dbm, dbm.dumb, os, shelve, tempfile

def t(function, *args):
    try:
        return function(*args)
    except Exception as e:
        return type(e).__name__, str(e)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "data")
    with dbm.dumb.open(path, "n") as db:
        db["a"] = "b"
        db[b"k\xff\n"] = b"\0\1" * 400
        db["a"] = "longer, but in its place"
        db["b"] = bytearray(b"x" * 600)
        db["b"] = "y" * 1200
        print(sorted(db.keys()), len(db), "a" in db, b"zz" in db, db["a"], db.get("nothing", 5), t(lambda: db["no"]))
        del db["a"]
        print(t(db.__delitem__, "a"), t(db.__setitem__, 1, "x"), t(db.__setitem__, "x", 1), sorted(db.items())[0], db.setdefault("c", b"new"))
    print(t(lambda: db["b"]), t(len, db), t(db.keys))
    print(dbm.whichdb(path), sorted(os.listdir(folder)), os.path.getsize(path + ".dat"))
    print(open(path + ".dir", encoding="latin-1").read())
    with dbm.open(path) as db:
        print({key: len(value) for key, value in db.items()}, t(db.__setitem__, "q", "r"))
    with dbm.open(path, "w") as db:
        db["more"] = b""
        print(sorted(db), db.pop("c"), db["more"])
    print(t(dbm.dumb.open, path, "q"), t(dbm.open, path + "none")[0], dbm.whichdb(path + "none"))

    path = os.path.join(folder, "shelf")
    dbm.dumb.open(path, "n").close()
    with shelve.open(path) as shelf:
        shelf["list"] = [1, 2]
        shelf["list"].append(3)
        shelf["é"] = {"x": (1, None)}
        print(sorted(shelf), shelf["list"], shelf.get("no"), "é" in shelf, len(shelf), t(lambda: shelf["no"]))
    print(t(lambda: shelf["list"]), t(len, shelf), t(list, shelf), t(shelf.__setitem__, "a", 1), shelf.close())
    with shelve.open(path, writeback=True) as shelf:
        shelf["list"].append(3)
        shelf["new"] = []
        shelf["new"].append(shelf["list"])
        print(sorted(shelf.cache))
        shelf.sync()
        print(sorted(shelf.cache), shelf["new"])
    with shelve.open(path, "r") as shelf:
        print(dict(shelf), t(shelf.__setitem__, "a", 1)[0])
    with shelve.open(path) as shelf:
        shelf.clear()
        print(len(shelf))

inner = {}
shelf = shelve.Shelf(inner, protocol=0, keyencoding="latin-1")
shelf["é"] = 5
shelf.update(b=2, c=[3])
print(inner, shelf.pop("b"), sorted(shelf.items()), shelf.setdefault("d", 9), shelf.popitem()[0] in "écd", shelf.writeback)
shelf.close()
print(shelf.dict)
