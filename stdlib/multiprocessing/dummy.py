"""A pool of threads with the interface of multiprocessing (library reference, "multiprocessing.dummy"): Pool only."""
from multiprocessing.pool import ThreadPool as Pool

