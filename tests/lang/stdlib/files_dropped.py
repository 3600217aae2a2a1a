# Files that nothing refers to any more are closed before there are too many.
import resource, tempfile

resource.setrlimit(resource.RLIMIT_NOFILE, (400, 400))
with tempfile.NamedTemporaryFile("w+") as file:
    file.write("text")
    file.flush()
    print(sum(open(file.name).read() == "text" for _ in range(2000)))
