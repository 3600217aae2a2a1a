# A module that is imported anew has classes of its own, which work as the first ones do.
import importlib
import sys
import datetime as first

del sys.modules["datetime"]
import datetime as second

print(first is second, first.date is second.date)
for module in (first, second, importlib.reload(second)):
    a = module.datetime(2024, 2, 28, 23, 59, 30, 5)
    print(a + module.timedelta(seconds=45), a - module.datetime(2023, 1, 1), a < module.datetime(2025, 1, 1), hash(a) == hash(a.replace()))
    print(module.date(2024, 3, 1) - module.date(2024, 2, 1), module.timedelta(days=1) * 2.5, module.date.fromisoformat("2024-02-29").isocalendar())
    print(module.datetime.fromtimestamp(0, module.timezone.utc), module.datetime.strptime("1.2.2003", "%d.%m.%Y").date())
    print(isinstance(a, module.date), isinstance(a, first.date) == (module is first))
try:
    print(first.date(2024, 1, 1) - second.date(2024, 1, 1))
except TypeError as e:
    print(type(e).__name__)
