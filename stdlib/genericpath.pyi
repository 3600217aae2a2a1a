from os.path import commonprefix as commonprefix, exists as exists, getatime as getatime, getctime as getctime, getmtime as getmtime, getsize as getsize
from os.path import isdir as isdir, isfile as isfile, islink as islink, samefile as samefile, sameopenfile as sameopenfile, samestat as samestat
