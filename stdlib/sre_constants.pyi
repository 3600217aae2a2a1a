from re._constants import *
from re._constants import _NamedIntConstant as _NamedIntConstant
