# python3.12: Signatures of methods that are native.
import functools
import inspect
import io
import random
import re


@functools.lru_cache
def cached(a, b=1):
    pass


for function in (cached, cached.cache_info, cached.cache_clear, re.compile("").sub, re.compile("").match, re.compile("").split, re.match("", "").groups,
                 re.Pattern.search, random.random, random.getrandbits, io.StringIO, io.BytesIO, io.StringIO.write, io.BytesIO().read):
    print(function.__qualname__, inspect.signature(function))
