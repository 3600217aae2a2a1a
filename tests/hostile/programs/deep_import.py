import sys
class Finder:
    def find_spec(self, name, path=None, target=None): return __import__(name + "x")
sys.meta_path.insert(0, Finder())
import nothing
