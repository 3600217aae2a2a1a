"""Sorting of graphs so that what is needed comes first (library reference, "graphlib")."""
from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    "Raised by prepare() when the graph has a cycle; args[1] is the list of its nodes."


class TopologicalSorter:
    def __init__(self, graph=None):
        self._needs = {}  # node -> how many of its predecessors are not done
        self._followers = {}
        self._ready = None
        self._out = set()
        self._done = set()
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, node):
        self._needs.setdefault(node, 0)
        self._followers.setdefault(node, [])

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._node(node)
        self._needs[node] += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor)
            self._followers[predecessor].append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, count in self._needs.items() if count == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        self._ready.clear()
        self._out.update(result)
        return result

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return bool(self._ready) or len(self._done) < len(self._out)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._needs:
                raise ValueError(f"node {node!r} was not added using add()")
            if node in self._done:
                raise ValueError(f"node {node!r} was already marked done")
            if node not in self._out:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            self._done.add(node)
            for follower in self._followers[node]:
                self._needs[follower] -= 1
                if self._needs[follower] == 0:
                    self._ready.append(follower)

    def _find_cycle(self):
        seen = set()
        for start in self._needs:
            if start in seen:
                continue
            path, position, walks = [start], {start: 0}, [iter(self._followers[start])]
            seen.add(start)
            while path:
                for node in walks[-1]:
                    if node in position:
                        return path[position[node]:] + [node]
                    if node not in seen:
                        seen.add(node)
                        position[node] = len(path)
                        path.append(node)
                        walks.append(iter(self._followers[node]))
                        break
                else:
                    del position[path.pop()]
                    walks.pop()
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    __class_getitem__ = classmethod(GenericAlias)
