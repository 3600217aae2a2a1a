# multiprocessing.reduction: reductions that are registered hold for what processes send each other.
import copyreg
import multiprocessing
import socket
from multiprocessing.reduction import ForkingPickler, dump, register
import io
import pickle


class Handle:
    def __init__(self, number):
        self.number = number

    def __reduce__(self):
        raise TypeError("not this way")


class Other(Handle):
    pass


def made_again(number):
    return Handle(number + 100)


def echo(queue, connection):
    queue.put(connection.recv().number)
    connection.send(Handle(7))


if __name__ == "__main__":
    register(Handle, lambda handle: (made_again, (handle.number,)))
    print(type(ForkingPickler.dumps([1])).__name__, ForkingPickler.loads(ForkingPickler.dumps({"a": 1})))
    print(ForkingPickler.loads(ForkingPickler.dumps(Handle(3))).number)
    for wrong in Other(3), socket.socketpair()[0]:
        try:
            ForkingPickler.dumps([wrong] if isinstance(wrong, Other) else pickle.dumps(wrong))
        except TypeError as error:
            print("TypeError", error)
    file = io.BytesIO()
    dump(Handle(4), file, 2)
    print(pickle.loads(file.getvalue()).number)
    try:
        pickle.dumps(Handle(1))
    except TypeError as error:
        print(error)

    context = multiprocessing.get_context("fork")
    queue, (here, there) = context.SimpleQueue(), context.Pipe()
    process = context.Process(target=echo, args=(queue, there))
    process.start()
    here.send(Handle(1))
    print(queue.get(), here.recv().number)
    process.join()
