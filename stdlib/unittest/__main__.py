"""python -m unittest"""
import os.path
import sys

if sys.argv[0].endswith("__main__.py"):
    sys.argv[0] = os.path.basename(sys.executable or "typhon") + " -m unittest"  # argparse shows it as the program's name

__unittest = True

from .main import main

main(module=None)
