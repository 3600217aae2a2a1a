"""re._constants: the operators and arguments that the trees of re._parser are made of. They are ints, numbered as CPython 3.12 numbers them."""
from re import error

MAGIC = 20221023


class _NamedIntConstant(int):
    def __new__(cls, value, name):
        self = int.__new__(cls, value)
        self.name = name
        return self

    def __repr__(self):
        return self.name

    __reduce__ = None


MAXREPEAT = _NamedIntConstant(2**32 - 1, "MAXREPEAT")
MAXGROUPS = 2**30 - 1


def _numbered(names, prefix=""):
    constants = [_NamedIntConstant(number, prefix + name) for number, name in enumerate(names.split())]
    globals().update((constant.name, constant) for constant in constants)
    return constants


# the last two are in trees only, not in what CPython compiles them to
OPCODES = _numbered("""
    FAILURE SUCCESS ANY ANY_ALL ASSERT ASSERT_NOT AT BRANCH CATEGORY CHARSET BIGCHARSET GROUPREF GROUPREF_EXISTS IN INFO JUMP LITERAL MARK MAX_UNTIL MIN_UNTIL
    NOT_LITERAL NEGATE RANGE REPEAT REPEAT_ONE SUBPATTERN MIN_REPEAT_ONE ATOMIC_GROUP POSSESSIVE_REPEAT POSSESSIVE_REPEAT_ONE
    GROUPREF_IGNORE IN_IGNORE LITERAL_IGNORE NOT_LITERAL_IGNORE GROUPREF_LOC_IGNORE IN_LOC_IGNORE LITERAL_LOC_IGNORE NOT_LITERAL_LOC_IGNORE
    GROUPREF_UNI_IGNORE IN_UNI_IGNORE LITERAL_UNI_IGNORE NOT_LITERAL_UNI_IGNORE RANGE_UNI_IGNORE MIN_REPEAT MAX_REPEAT""")[:-2]
ATCODES = _numbered(
    "BEGINNING BEGINNING_LINE BEGINNING_STRING BOUNDARY NON_BOUNDARY END END_LINE END_STRING LOC_BOUNDARY LOC_NON_BOUNDARY UNI_BOUNDARY UNI_NON_BOUNDARY", "AT_")
CHCODES = _numbered("""
    DIGIT NOT_DIGIT SPACE NOT_SPACE WORD NOT_WORD LINEBREAK NOT_LINEBREAK LOC_WORD LOC_NOT_WORD
    UNI_DIGIT UNI_NOT_DIGIT UNI_SPACE UNI_NOT_SPACE UNI_WORD UNI_NOT_WORD UNI_LINEBREAK UNI_NOT_LINEBREAK""", "CATEGORY_")


def _variants(names, rename):
    "What each constant becomes under a flag; itself where there is no variant."
    space = globals()
    return {space[name]: space.get(rename(name), space[name]) for name in names}


OP_IGNORE = _variants(("LITERAL", "NOT_LITERAL"), lambda name: name + "_IGNORE")
OP_LOCALE_IGNORE = _variants(("LITERAL", "NOT_LITERAL"), lambda name: name + "_LOC_IGNORE")
OP_UNICODE_IGNORE = _variants(("LITERAL", "NOT_LITERAL"), lambda name: name + "_UNI_IGNORE")
AT_MULTILINE = _variants(("AT_BEGINNING", "AT_END"), lambda name: name + "_LINE")
AT_LOCALE = _variants(("AT_BOUNDARY", "AT_NON_BOUNDARY"), lambda name: name.replace("AT_", "AT_LOC_"))
AT_UNICODE = _variants(("AT_BOUNDARY", "AT_NON_BOUNDARY"), lambda name: name.replace("AT_", "AT_UNI_"))
CH_LOCALE = _variants([code.name for code in CHCODES[:8]], lambda name: name.replace("CATEGORY_", "CATEGORY_LOC_"))
CH_UNICODE = _variants([code.name for code in CHCODES[:8]], lambda name: name.replace("CATEGORY_", "CATEGORY_UNI_"))

SRE_FLAG_TEMPLATE, SRE_FLAG_IGNORECASE, SRE_FLAG_LOCALE, SRE_FLAG_MULTILINE, SRE_FLAG_DOTALL, SRE_FLAG_UNICODE = 1, 2, 4, 8, 16, 32
SRE_FLAG_VERBOSE, SRE_FLAG_DEBUG, SRE_FLAG_ASCII = 64, 128, 256
SRE_INFO_PREFIX, SRE_INFO_LITERAL, SRE_INFO_CHARSET = 1, 2, 4
