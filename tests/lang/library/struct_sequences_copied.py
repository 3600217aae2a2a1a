# Copies of struct sequences keep what is hidden behind their items, the floats of os.stat_result among it.
import copy
import os
import pickle
import time

status = os.stat("/")
for made in (copy.copy(status), copy.deepcopy(status), pickle.loads(pickle.dumps(status))):
    print(made == status, repr(made) == repr(status), made.st_mtime == status.st_mtime, made.st_atime_ns == status.st_atime_ns, made.st_blocks == status.st_blocks)
names = list(status.__reduce__()[1][1])
print([name for name in names if "time" in name])
other = os.stat_result(range(10), {"st_atime": 1.5, "st_mtime_ns": 7, "nothing": 3})
print(other, other.st_atime, other.st_mtime, other.st_mtime_ns, other.st_ctime_ns)
print(os.stat_result.n_fields - len(names) - os.stat_result.n_sequence_fields + os.stat_result.n_unnamed_fields, os.stat_result.n_unnamed_fields)
moment = time.gmtime(86400)
print(copy.copy(moment).tm_zone, copy.deepcopy(moment) == moment, moment.__reduce__()[1][1])
