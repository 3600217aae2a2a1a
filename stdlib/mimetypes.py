"""Which type files with which ending have (library reference, "mimetypes"). The types are those of the IANA registry, and some in wide use."""
import os
from posixpath import splitext

__all__ = ["knownfiles", "inited", "MimeTypes", "guess_type", "guess_all_extensions", "guess_extension", "add_type", "init", "read_mime_types",
           "suffix_map", "encodings_map", "types_map", "common_types"]

# where servers keep their tables; a later one holds against those before
knownfiles = [folder + "/mime.types" for folder in
              ("/etc", "/etc/httpd", "/etc/httpd/conf", "/etc/apache", "/etc/apache2", "/usr/local/etc/httpd/conf", "/usr/local/lib/netscape",
               "/usr/local/etc/httpd/conf", "/usr/local/etc")]
inited = False
_db = None

# A line for each family (a family may come twice: the order is that in which endings are offered): its types with their endings.
_REGISTERED = """
text: javascript js mjs
application: json json; manifest+json webmanifest; msword doc dot wiz; n-quads nq; n-triples nt; octet-stream bin a dll exe o obj so;
    oda oda; pdf pdf; pkcs7-mime p7c; postscript ps ai eps; trig trig; vnd.apple.mpegurl m3u m3u8; vnd.ms-excel xls xlb;
    vnd.ms-powerpoint ppt pot ppa pps pwz; wasm wasm; x-bcpio bcpio; x-cpio cpio; x-csh csh; x-dvi dvi; x-gtar gtar; x-hdf hdf; x-hdf5 h5;
    x-latex latex; x-mif mif; x-netcdf cdf nc; x-pkcs12 p12 pfx; x-pn-realaudio ram; x-python-code pyc pyo; x-sh sh; x-shar shar;
    x-shockwave-flash swf; x-sv4cpio sv4cpio; x-sv4crc sv4crc; x-tar tar; x-tcl tcl; x-tex tex; x-texinfo texi texinfo; x-troff roff t tr;
    x-troff-man man; x-troff-me me; x-troff-ms ms; x-ustar ustar; x-wais-source src; xml xsl rdf wsdl xpdl; zip zip
audio: 3gpp 3gp 3gpp; 3gpp2 3g2 3gpp2; aac aac adts loas ass; basic au snd; mpeg mp3 mp2; opus opus; x-aiff aif aifc aiff;
    x-pn-realaudio ra; x-wav wav
image: avif avif; bmp bmp; gif gif; ief ief; jpeg jpg jpe jpeg; heic heic; heif heif; png png; svg+xml svg; tiff tiff tif;
    vnd.microsoft.icon ico; x-cmu-raster ras; x-portable-anymap pnm; x-portable-bitmap pbm; x-portable-graymap pgm; x-portable-pixmap ppm;
    x-rgb rgb; x-xbitmap xbm; x-xpixmap xpm; x-xwindowdump xwd
message: rfc822 eml mht mhtml nws
text: css css; csv csv; html html htm; n3 n3; plain txt bat c h ksh pl srt; richtext rtx; tab-separated-values tsv; vtt vtt; x-python py;
    x-setext etx; x-sgml sgm sgml; x-vcard vcf; xml xml
video: mp4 mp4; mpeg mpeg m1v mpa mpe mpg; quicktime mov qt; webm webm; x-msvideo avi; x-sgi-movie movie
"""
_COMMON = """
application: rtf rtf
audio: midi midi mid
image: jpg jpg; pict pict pct pic; webp webp
text: xul xul
"""


def _table(text):
    """ending -> type, of a text as above."""
    table = {}
    for line in text.replace(";\n", ";").strip().split("\n"):
        family, _, types = line.partition(":")
        for group in types.split(";"):
            name, *endings = group.split()
            table.update(dict.fromkeys(["." + ending for ending in endings], family + "/" + name))
    return table


_registered, _common = _table(_REGISTERED), _table(_COMMON)
types_map, common_types = _registered.copy(), _common.copy()
_SUFFIXES = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}
_ENCODINGS = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
suffix_map, encodings_map = _SUFFIXES.copy(), _ENCODINGS.copy()


def _endings_of(table):
    endings = {}
    for ending, type in table.items():
        endings.setdefault(type, []).append(ending)
    return endings


class MimeTypes:
    """Types and endings, and encodings such as that of ".gz". Of two maps, the first holds what need not be registered, the second what is."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.suffix_map, self.encodings_map = _SUFFIXES.copy(), _ENCODINGS.copy()
        self.types_map = _common.copy(), _registered.copy()
        self.types_map_inv = tuple(map(_endings_of, self.types_map))
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """Adds a type for an ending; a known one is replaced."""
        self.types_map[strict][ext] = type
        known = self.types_map_inv[strict].setdefault(type, [])
        known += [ext] if ext not in known else []

    def guess_type(self, url, strict=True):
        """The type and the encoding that the name of a file, or a URL, says; None for what is not known."""
        name = os.fspath(url)
        scheme, colon, rest = name.partition(":")
        if colon and scheme[1:] and "/" not in scheme:
            name = rest
            if scheme.lower() == "data":
                return self._type_of_data(rest), None
        stem, ending = splitext(name)
        while longer := self.suffix_map.get(ending.lower()):
            stem, ending = splitext(stem + longer)
        encoding = self.encodings_map.get(ending)
        if encoding is not None:
            ending = splitext(stem)[1]
        ending = ending.lower()
        common, registered = self.types_map
        return registered.get(ending, None if strict else common.get(ending)), encoding

    @staticmethod
    def _type_of_data(rest):
        # data:[<mediatype>][;base64],<data>
        media, comma, _ = rest.partition(",")
        if not comma:
            return None
        type = media.partition(";")[0]
        return type if "/" in type and "=" not in type else "text/plain"

    def guess_all_extensions(self, type, strict=True):
        """All endings of files of a type."""
        name = type.lower()
        common, registered = (endings.get(name, []) for endings in self.types_map_inv)
        return [*registered] if strict else [*registered, *[ending for ending in common if ending not in registered]]

    def guess_extension(self, type, strict=True):
        """An ending of files of a type, or None."""
        return next(iter(self.guess_all_extensions(type, strict)), None)

    def read(self, filename, strict=True):
        """Reads a file in the form of mime.types: lines of a type and its endings."""
        with open(filename, encoding="utf-8") as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        for line in iter(fp.readline, ""):
            type = None
            for word in line.split():
                if word.startswith("#"):
                    break
                if type is None:
                    type = word
                else:
                    self.add_type(type, "." + word, strict)

    def read_windows_registry(self, strict=True):
        """There is no registry here."""


def _database():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    """The type and the encoding that the name of a file, or a URL, says; None for what is not known."""
    return _database().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    """All endings of files of a type."""
    return _database().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """An ending of files of a type, or None."""
    return _database().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """Adds a type for an ending; a known one is replaced."""
    return _database().add_type(type, ext, strict)


def init(files=None):
    """Starts anew, with the files that systems have; or reads more files."""
    global _db, inited, suffix_map, encodings_map, common_types, types_map
    inited = True  # MimeTypes() asks
    wanted = [*(files or ())]
    if files is None or _db is None:
        database, wanted = MimeTypes(), knownfiles + wanted
    else:
        database = _db
    for name in filter(os.path.isfile, wanted):
        database.read(name)
    _db = database
    suffix_map, encodings_map = database.suffix_map, database.encodings_map
    common_types, types_map = database.types_map


def read_mime_types(file):
    """The endings and types of a file, as a dict; None: it cannot be read."""
    try:
        lines = open(file, encoding="utf-8")
    except OSError:
        return None
    with lines:
        database = MimeTypes()
        database.readfp(lines)
    return database.types_map[True]


_USAGE = """\
Usage: mimetypes.py [options] type

Options:
    --help / -h       -- print this message and exit
    --lenient / -l    -- additionally search of some common, but non-standard
                         types.
    --extension / -e  -- guess extension instead of type

More than one type argument may be given.
"""


def _main():
    import getopt
    import sys
    try:
        given, names = getopt.getopt(sys.argv[1:], "hle", ["help", "lenient", "extension"])
    except getopt.error as problem:
        print(_USAGE, problem, sep="\n", file=sys.stderr)
        sys.exit(1)
    given = {name.lstrip("-")[0] for name, _ in given}
    if "h" in given:
        print(_USAGE)
        sys.exit(0)
    for name in names:
        answer = None
        if "e" in given:
            answer = guess_extension(name, "l" not in given)
        else:
            type, encoding = guess_type(name, "l" not in given)
            if type:
                answer = f"type: {type} encoding: {encoding}"
        print(answer or f"I don't know anything about type {name}")


if __name__ == "__main__":
    _main()
