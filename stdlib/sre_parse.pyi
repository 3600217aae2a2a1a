from re._parser import *
