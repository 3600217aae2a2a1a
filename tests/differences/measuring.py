# tracemalloc knows how much memory there is, not where it was allocated.
import tracemalloc
tracemalloc.start()
kept = [bytes(1000) for _ in range(1000)]
top = tracemalloc.take_snapshot().statistics("lineno")[0]
tracemalloc.stop()
print(top.size > 900000, top.traceback[0].filename.rpartition("/")[2], top.traceback[0].lineno)
