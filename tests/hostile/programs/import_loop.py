import sys, types
class Finder:
    def find_spec(self, name, path=None, target=None):
        import importlib.machinery
        return importlib.machinery.ModuleSpec(name, self)
    def create_module(self, spec): return None
    def exec_module(self, module): __import__(module.__name__ + ".a" if False else module.__name__ + "a")
sys.meta_path.insert(0, Finder())
import endless
