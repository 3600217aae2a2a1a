# python3.12: modules run as commands: gzip, tarfile, timeit
import gzip, os, re, subprocess, sys, tarfile, tempfile


def run(*args, input=b""):
    done = subprocess.run([sys.executable, "-m", *args], input=input, capture_output=True)
    print(args, done.returncode, re.sub(rb"[0-9.e-]+ [nmu]?secs?\b|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", b"TIME", done.stdout)[:300] if not done.stdout.startswith(b"\x1f") else gzip.decompress(done.stdout),
          done.stderr[-40:] if args[0] != "timeit" or done.returncode == 2 else done.stderr[-36:-1] * done.returncode)


os.chdir(tempfile.mkdtemp())
with open("file", "w") as file:
    file.write("content\n" * 20)
run("gzip", "file")
print(gzip.open("file.gz", "rt").read(16), os.path.exists("file"))
os.rename("file", "before")
run("gzip", "-d", "file.gz")
print(open("file").read() == open("before").read())
run("gzip", "-d", "file")
run("gzip", "--best", input=b"from a pipe")
run("gzip", "-d", input=gzip.compress(b"unpacked"))
run("tarfile", "-c", "made.tar.gz", "file", "before")
run("tarfile", "-v", "-c", "made.tar", "file")
run("tarfile", "-l", "made.tar.gz")
os.mkdir("out")
run("tarfile", "-v", "--filter=tar", "-e", "made.tar", "out")
run("tarfile", "--filter", "data", "-e", "made.tar.gz", "out")
print(sorted(os.listdir("out")), tarfile.is_tarfile("made.tar"))
run("tarfile", "-l", "file")
run("tarfile", "-t", "before")
run("timeit", "-n", "1", "-r", "2", "-s", "x = 1", "x")
run("timeit", "-n2", "-r1", "-v", "pass")
run("timeit", "-n1", "-u", "hours", "pass")
run("timeit", "--nothing")
run("timeit", "-n1", "1/0")
run("zipfile", "-c", "made.zip", "file", "out")
run("zipfile", "--list", "made.zip")
os.mkdir("unzipped")
run("zipfile", "-e", "made.zip", "unzipped")
print(sorted(os.path.relpath(os.path.join(where, name), "unzipped") for where, _, names in os.walk("unzipped") for name in names))
run("zipfile", "-t", "made.zip")
run("zipfile", "-t", "file")
run("zipfile")
run("zipfile", "--metadata-encoding=cp437", "-c", "other.zip", "file")
