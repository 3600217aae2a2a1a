"""What __path__ of a namespace package is (language reference, 5.2.2): looked for again when the path of its parent has changed."""
import sys
import _imp


class _NamespacePath:
    """The folders of a namespace package."""

    __module__ = "_frozen_importlib_external"

    def __init__(self, name, path, path_finder=None):
        self._name = name
        self._path = path
        self._last_parent_path = tuple(self._get_parent_path())

    def _find_parent_path_names(self):
        parent, dot, _ = self._name.rpartition(".")
        return (parent, "__path__") if dot else ("sys", "path")

    def _get_parent_path(self):
        module, attribute = self._find_parent_path_names()
        return getattr(sys.modules[module], attribute)

    def _recalculate(self):
        parent_path = tuple(self._get_parent_path())
        if parent_path != self._last_parent_path:
            self._last_parent_path = parent_path
            machinery = sys.modules.get("importlib._machinery")
            if machinery is None:
                found = _imp.find(self._name, list(parent_path))
                if found is not None and found[0] == "namespace":
                    self._path = found[3]
            else:
                spec = machinery.PathFinder.find_spec(self._name, parent_path)
                if spec is not None and isinstance(spec.loader, machinery.NamespaceLoader):
                    self._path = list(spec.submodule_search_locations)
        return self._path

    def __iter__(self):
        return iter(self._recalculate())

    def __getitem__(self, index):
        return self._recalculate()[index]

    def __setitem__(self, index, path):
        self._path[index] = path

    def __len__(self):
        return len(self._recalculate())

    def __repr__(self):
        return f"_NamespacePath({self._path!r})"

    def __contains__(self, item):
        return item in self._recalculate()

    def append(self, item):
        self._path.append(item)
