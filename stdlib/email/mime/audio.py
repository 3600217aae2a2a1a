"""Messages of sound."""
from ..encoders import encode_base64
from .nonmultipart import MIMENonMultipart

__all__ = ["MIMEAudio"]


def _kind_of(data):
    if data[:4] == b"FORM" and data[8:12] in (b"AIFC", b"AIFF"):
        return "x-aiff"
    if data[:4] == b".snd":
        return "basic"
    if data[:4] == b"RIFF" and data[8:16] == b"WAVEfmt ":
        return "x-wav"
    return None


class MIMEAudio(MIMENonMultipart):
    """An audio/* message of bytes; without a subtype it is found out from how they begin."""

    def __init__(self, _audiodata, _subtype=None, _encoder=encode_base64, *, policy=None, **_params):
        if _subtype is None:
            _subtype = _kind_of(_audiodata)
            if _subtype is None:
                raise TypeError("Could not find audio MIME subtype")
        super().__init__("audio", _subtype, policy=policy, **_params)
        self.set_payload(_audiodata)
        _encoder(self)
