from re._compiler import *
