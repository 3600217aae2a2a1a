"""Private names of the library that programs in use ask for."""
import doctest
import ipaddress

for text in ("10.0.0.1", "::1"):
    print(isinstance(ipaddress.ip_address(text), ipaddress._BaseAddress), isinstance(ipaddress.ip_address(text), ipaddress._BaseNetwork))
print(isinstance(ipaddress.ip_network("10.0.0.0/8"), ipaddress._BaseNetwork), issubclass(ipaddress._BaseAddress, ipaddress._IPAddressBase))


class Runner(doctest.DocTestRunner):
    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self._DocTestRunner__record_outcome(test, 1, 2)
        return doctest.TestResults(1, 2)


for name in ("patched_linecache_getlines", "run", "record_outcome"):
    print(callable(getattr(Runner, "_DocTestRunner__" + name)))
