# python3.12 # Options of CPython are told by sys.flags and sys._xoptions, and -P and -I keep the script's folder out of sys.path.
import os
import subprocess
import sys
import tempfile

CODE = "import sys; print([(name, getattr(sys.flags, name)) for name in dir(sys.flags) if name in NAMES and getattr(sys.flags, name)], sys._xoptions)"
NAMES = "isolated ignore_environment no_site no_user_site quiet verbose debug bytes_warning safe_path".split()


def run(*args):
    return subprocess.run([sys.executable, *args], capture_output=True, text=True, env={}).stdout


for options in ["-E"], ["-I"], ["-s", "-S"], ["-bb"], ["-P", "-q"], ["-X", "utf8=1", "-Xother"], ["-EsS", "-Wignore::UserWarning", "-Xfaulthandler", "-Xa=b=c"]:
    print(options, run(*options, "-c", CODE.replace("NAMES", repr(NAMES))), run(*options, "-c", "import subprocess; print(subprocess._args_from_interpreter_flags())"))

with tempfile.TemporaryDirectory() as folder:
    for name, text in ("beside.py", "print('beside')"), ("script.py", "try:\n    import beside\nexcept ModuleNotFoundError as error:\n    print(error)"), ("__main__.py", "import beside"):
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
    for options in [], ["-P"], ["-I"]:
        print(options, run(*options, "-B", os.path.join(folder, "script.py")), run(*options, "-B", folder))
