# Where CPython gives up with RecursionError or MemoryError, it is a SyntaxError here; the bounds are about the same (3,000).
chains = {"sum": "+".join(["a"] * 9000), "attributes": "a" + ".a" * 9000, "minus": "-" * 9000 + "a", "conditional": "1 if a else " * 9000 + "a",
          "elif": "if a: pass\n" + "elif a: pass\n" * 9000}
for name, source in chains.items():
    try: compile(source, name, "exec")
    except (SyntaxError, RecursionError, MemoryError) as e: print(name, type(e).__name__, e)
