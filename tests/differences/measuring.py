# Profiling and tracing are refused by name; tracemalloc knows how much memory there is, not where it was allocated.
import cProfile
import profile
import trace
import tracemalloc
for profiler in cProfile.Profile(), profile.Profile(), trace.Trace(count=0, trace=0):
    try: print((profiler.runfunc if isinstance(profiler, trace.Trace) else profiler.runcall)(int, "5"))
    except NotImplementedError as e: print(e)
tracemalloc.start()
kept = [bytes(1000) for _ in range(1000)]
top = tracemalloc.take_snapshot().statistics("lineno")[0]
tracemalloc.stop()
print(top.size > 900000, top.traceback[0].filename.rpartition("/")[2], top.traceback[0].lineno)
