"""Messages of images."""
import re
from ..encoders import encode_base64
from .nonmultipart import MIMENonMultipart

__all__ = ["MIMEImage"]

# How files of images begin
_BEGINNINGS = [("jpeg", rb"(?s:.{6}(JFIF|Exif))|\xff\xd8\xff\xdb"), ("png", rb"\x89PNG\r\n\x1a\n"), ("gif", rb"GIF8[79]a"), ("tiff", rb"MM|II"),
               ("rgb", rb"\x01\xda"), ("pbm", rb"P[14][ \t\n\r]"), ("pgm", rb"P[25][ \t\n\r]"), ("ppm", rb"P[36][ \t\n\r]"), ("rast", rb"\x59\xa6\x6a\x95"),
               ("xbm", rb"#define "), ("bmp", rb"BM"), ("webp", rb"(?s:RIFF.{4}WEBP)"), ("exr", rb"\x76\x2f\x31\x01")]


class MIMEImage(MIMENonMultipart):
    """An image/* message of bytes; without a subtype it is found out from how they begin."""

    def __init__(self, _imagedata, _subtype=None, _encoder=encode_base64, *, policy=None, **_params):
        if _subtype is None:
            _subtype = next((kind for kind, pattern in _BEGINNINGS if re.match(pattern, _imagedata)), None)
            if _subtype is None:
                raise TypeError("Could not guess image MIME subtype")
        super().__init__("image", _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)
