"""The parts of a zip archive (APPNOTE.TXT) by the names that CPython's zipfile has for them: struct formats, signatures, sizes, and the places of fields."""
import struct

structEndArchive, stringEndArchive = b"<4s4H2LH", b"PK\005\006"
structEndArchive64Locator, stringEndArchive64Locator = "<4sLQL", b"PK\x06\x07"
structEndArchive64, stringEndArchive64 = "<4sQ2H2L4Q", b"PK\x06\x06"
structCentralDir, stringCentralDir = "<4s4B4HL2L5H2L", b"PK\001\002"
structFileHeader, stringFileHeader = "<4s2B4HL2L2H", b"PK\003\004"
sizeEndCentDir, sizeEndCentDir64Locator, sizeEndCentDir64, sizeCentralDir, sizeFileHeader = map(
    struct.calcsize, (structEndArchive, structEndArchive64Locator, structEndArchive64, structCentralDir, structFileHeader))
MAX_EXTRACT_VERSION, BZIP2_VERSION, LZMA_VERSION = 63, 46, 63
_DD_SIGNATURE = 0x08074b50
_EXTRA_FIELD_STRUCT = struct.Struct("<HH")
_MASK_ENCRYPTED, _MASK_COMPRESS_OPTION_1, _MASK_USE_DATA_DESCRIPTOR, _MASK_COMPRESSED_PATCH, _MASK_STRONG_ENCRYPTION, _MASK_UTF_FILENAME = (
    1 << 0, 1 << 1, 1 << 3, 1 << 5, 1 << 6, 1 << 11)
compressor_names = {0: "store", 1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode", 7: "tokenize", 8: "deflate", 9: "deflate64",
                    10: "implode", 12: "bzip2", 14: "lzma", 18: "terse", 19: "lz77", 97: "wavpack", 98: "ppmd"}

for _prefix, _fields in (
    ("_ECD_", "SIGNATURE DISK_NUMBER DISK_START ENTRIES_THIS_DISK ENTRIES_TOTAL SIZE OFFSET COMMENT_SIZE COMMENT LOCATION"),
    ("_CD64_", "SIGNATURE DIRECTORY_RECSIZE CREATE_VERSION EXTRACT_VERSION DISK_NUMBER DISK_NUMBER_START NUMBER_ENTRIES_THIS_DISK NUMBER_ENTRIES_TOTAL DIRECTORY_SIZE OFFSET_START_CENTDIR"),
    ("_CD_", "SIGNATURE CREATE_VERSION CREATE_SYSTEM EXTRACT_VERSION EXTRACT_SYSTEM FLAG_BITS COMPRESS_TYPE TIME DATE CRC COMPRESSED_SIZE UNCOMPRESSED_SIZE FILENAME_LENGTH "
             "EXTRA_FIELD_LENGTH COMMENT_LENGTH DISK_NUMBER_START INTERNAL_FILE_ATTRIBUTES EXTERNAL_FILE_ATTRIBUTES LOCAL_HEADER_OFFSET"),
    ("_FH_", "SIGNATURE EXTRACT_VERSION EXTRACT_SYSTEM GENERAL_PURPOSE_FLAG_BITS COMPRESSION_METHOD LAST_MOD_TIME LAST_MOD_DATE CRC COMPRESSED_SIZE UNCOMPRESSED_SIZE "
             "FILENAME_LENGTH EXTRA_FIELD_LENGTH"),
):
    globals().update({_prefix + _field: _place for _place, _field in enumerate(_fields.split())})


def _strip_extra(extra, xids):
    """The extra field of a member without the parts of these kinds."""
    kept, at = b"", 0
    while len(extra) - at >= 4:
        kind, size = _EXTRA_FIELD_STRUCT.unpack_from(extra, at)
        end = at + 4 + size
        if kind not in xids:
            kept += extra[at:end]
        at = end
    return kept + extra[at:]
