# python3.12: Local times that the clock skips or repeats, and those around them: astimezone() of a datetime without a zone agrees with timestamp().
import os
import time
from datetime import datetime, timedelta, timezone

for zone, moments in (("America/New_York", ["2024-03-10 01:59", "2024-03-10 02:30", "2024-03-10 03:00", "2024-11-03 00:59", "2024-11-03 01:30", "2024-11-03 02:00"]),
                      ("Europe/London", ["2024-03-31 01:30", "2024-10-27 01:30"]),
                      ("Australia/Lord_Howe", ["2024-10-06 02:15", "2024-04-07 01:45"]),
                      ("UTC", ["2024-03-10 02:30"])):
    os.environ["TZ"] = zone
    time.tzset()
    print(zone)
    for text in moments:
        for fold in 0, 1:
            moment = datetime.fromisoformat(text).replace(fold=fold, microsecond=5)
            utc = moment.astimezone(timezone.utc)
            local = moment.astimezone()
            print("  ", text, fold, utc, local, local.tzname(), moment.astimezone(timezone(timedelta(hours=5))))
            assert utc.timestamp() == moment.timestamp() == local.timestamp()

# Moments of repeated times, also of before 1970.
os.environ["TZ"] = "America/New_York"
time.tzset()
for moment in (datetime(1918, 10, 27, 6, tzinfo=timezone.utc), datetime(1966, 10, 30, 6, tzinfo=timezone.utc), datetime(2024, 11, 3, 6, tzinfo=timezone.utc)):
    for seconds in -3601, -3600, -1, 0, 1, 3599, 3600:
        local = datetime.fromtimestamp(moment.timestamp() + seconds)
        print(seconds, local, local.fold, local.timestamp() == moment.timestamp() + seconds)
print(datetime.fromtimestamp(datetime(1, 1, 2, tzinfo=timezone.utc).timestamp(), timezone.utc), datetime.fromtimestamp(-1), datetime.fromtimestamp(0).fold)
