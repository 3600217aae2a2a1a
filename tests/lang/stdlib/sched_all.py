import sched

s = sched.scheduler()
s.enter(0.5, 1, print, ("late",))
e = s.enter(0.4, 1, print, ("never",))
s.enterabs(0, 2, print, ("b",), {"end": "!\n"})
s.enterabs(0, 1, print, ("a",))
print(len(s.queue), s.empty())
s.cancel(e)
print(s.run(blocking=False) > 0)
s.run()
print(s.empty())
