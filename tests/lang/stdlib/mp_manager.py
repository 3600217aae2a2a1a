"""multiprocessing.Manager: shared lists, dicts, locks, queues, namespaces, and a type of one's own."""
import multiprocessing as mp
from multiprocessing.managers import BaseManager


def fill(number, numbers, table, lock, space, counter):
    with lock:
        numbers.append(number)
        table[number] = number * number
        space.total += number
        counter.value += 1


def produce(queue):
    for i in range(3):
        queue.put(i)
    queue.put(None)


class Account:
    def __init__(self, money):
        self.money = money

    def add(self, amount):
        self.money += amount
        return self.money

    def fail(self):
        raise KeyError("no")


class Bank(BaseManager):
    pass


Bank.register("Account", Account)


def main():
    with mp.Manager() as manager:
        numbers, table, lock, space, counter = manager.list([0]), manager.dict(a=1), manager.Lock(), manager.Namespace(total=0), manager.Value("i", 0)
        workers = [mp.Process(target=fill, args=(i, numbers, table, lock, space, counter)) for i in range(1, 5)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print(sorted(numbers), dict(table) == {"a": 1, 1: 1, 2: 4, 3: 9, 4: 16}, space.total, counter.value, len(numbers), 3 in numbers, 9 in table)
        numbers.sort()
        numbers += [7]
        print(numbers, numbers[1:3], numbers[-1], numbers.index(3), numbers.pop(), [*reversed(numbers[:])], numbers + [5])
        del numbers[0]
        numbers[0] = "first"
        print(str(numbers), repr(numbers).split(" at ")[0], numbers._getvalue())
        print(sorted(map(str, table.keys())), sorted(table.values()), table.get("zz", 5), table.pop("a"), "a" in table, sorted(table), len(table.items()))
        table.update(x=[1])
        table["x"].append(2)
        print(table["x"], table.setdefault("y", 3), sorted(map(str, table.copy())))
        nested = manager.dict()
        nested["inner"] = manager.list([1])
        nested["inner"].append(2)
        print(list(nested["inner"]))
        for wrong in (lambda: numbers[99], lambda: table["none"], lambda: numbers.remove(1000), lambda: space.nothing):
            try:
                wrong()
            except Exception as error:
                print(type(error).__name__, error)
        queue = manager.Queue()
        worker = mp.Process(target=produce, args=(queue,))
        worker.start()
        print(list(iter(queue.get, None)), queue.empty(), queue.qsize())
        worker.join()
        event, semaphore = manager.Event(), manager.Semaphore(1)
        print(event.is_set(), event.set(), event.wait(1), semaphore.acquire(), semaphore.acquire(False), semaphore.release())
        print(manager.Array("i", [1, 2])[1], space, counter, lock.acquire(), lock.acquire(False), lock.release())
        with mp.Pool(2) as pool:
            print(pool.apply(fill, (10, numbers, table, lock, space, counter)), numbers[-1], space.total)
    with Bank() as bank:
        account = bank.Account(5)
        print(account.add(3), account.add(amount=2))
        try:
            account.fail()
        except KeyError as error:
            print(repr(error))


if __name__ == "__main__":
    main()
