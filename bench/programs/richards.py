class Task:
    def __init__(self, name, priority):
        self.name = name
        self.priority = priority
        self.queue = []
        self.done = 0

    def run(self, scheduler):
        raise NotImplementedError


class Producer(Task):
    def __init__(self, name, priority, target, count):
        super().__init__(name, priority)
        self.target = target
        self.left = count

    def run(self, scheduler):
        if not self.left:
            return False
        self.left -= 1
        scheduler.send(self.target, Packet(self.name, self.left))
        return True


class Worker(Task):
    def __init__(self, name, priority, target=None):
        super().__init__(name, priority)
        self.target = target

    def run(self, scheduler):
        if not self.queue:
            return False
        packet = self.queue.pop()
        packet.hops += 1
        self.done += packet.value & 7
        if self.target is not None and packet.hops < 5:
            scheduler.send(self.target, packet)
        return True


class Packet:
    __slots__ = ("source", "value", "hops")

    def __init__(self, source, value):
        self.source = source
        self.value = value
        self.hops = 0


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.by_name = {}
        self.sent = 0

    def add(self, task):
        self.tasks.append(task)
        self.by_name[task.name] = task
        self.tasks.sort(key=lambda t: -t.priority)

    def send(self, name, packet):
        self.sent += 1
        self.by_name[name].queue.append(packet)

    def run(self):
        busy = True
        while busy:
            busy = False
            for task in self.tasks:
                if task.run(self):
                    busy = True


def main():
    s = Scheduler()
    s.add(Producer("p1", 10, "w1", 6000))
    s.add(Producer("p2", 9, "w2", 6000))
    s.add(Worker("w1", 5, "w2"))
    s.add(Worker("w2", 4, "w3"))
    s.add(Worker("w3", 3, "w1"))
    s.run()
    print(s.sent, [t.done for t in s.tasks])


main()
