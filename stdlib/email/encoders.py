"""Transfer encodings of the payloads of messages (library reference, "email.encoders")."""
from base64 import encodebytes
from binascii import b2a_qp

__all__ = ["encode_7or8bit", "encode_base64", "encode_noop", "encode_quopri"]
_CTE = "Content-Transfer-Encoding"


def encode_base64(msg):
    """Puts the payload into base64 and says so in the header."""
    msg.set_payload(encodebytes(msg.get_payload(decode=True)).decode("ascii"))
    msg[_CTE] = "base64"


def encode_quopri(msg):
    """Puts the payload into quoted-printable and says so in the header."""
    quoted = b2a_qp(msg.get_payload(decode=True), quotetabs=True)
    msg.set_payload(quoted.replace(b" ", b"=20"))
    msg[_CTE] = "quoted-printable"


def encode_7or8bit(msg):
    """Says in the header whether the payload is plain ASCII: "7bit" or "8bit"."""
    data = msg.get_payload(decode=True)
    msg[_CTE] = "7bit" if data is None or data.isascii() else "8bit"


def encode_noop(msg):
    """Does nothing."""
    msg.set_payload(msg.get_payload(decode=True))
