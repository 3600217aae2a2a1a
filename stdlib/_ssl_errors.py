"""What module ssl raises, made of what OpenSSL says."""
import _ssl
from _ssl_constants import SSLErrorNumber

globals().update(SSLErrorNumber.__members__)


class SSLError(OSError):
    """An error occurred in the SSL implementation."""
    __module__ = "ssl"

    def __str__(self):
        return self.strerror if isinstance(self.strerror, str) else str(self.args)


class SSLZeroReturnError(SSLError):
    """SSL/TLS session closed cleanly."""
    __module__ = "ssl"


class SSLWantReadError(SSLError):
    """Non-blocking SSL socket needs to read more data before the requested operation can be completed."""
    __module__ = "ssl"


class SSLWantWriteError(SSLError):
    """Non-blocking SSL socket needs to write more data before the requested operation can be completed."""
    __module__ = "ssl"


class SSLSyscallError(SSLError):
    """System error when attempting SSL operation."""
    __module__ = "ssl"


class SSLEOFError(SSLError):
    """SSL/TLS connection terminated abruptly."""
    __module__ = "ssl"


class SSLCertVerificationError(SSLError, ValueError):
    """A certificate could not be verified."""
    __module__ = "ssl"


_LIBRARIES = {2: "SYS", 3: "BN", 4: "RSA", 5: "DH", 6: "EVP", 9: "PEM", 10: "DSA", 11: "X509", 13: "ASN1", 14: "CONF", 15: "CRYPTO", 16: "EC", 20: "SSL", 32: "BIO",
              33: "PKCS7", 34: "X509V3", 35: "PKCS12", 36: "RAND", 38: "ENGINE", 39: "OCSP", 40: "UI", 41: "COMP", 44: "OSSL_STORE", 46: "CMS", 47: "TS", 50: "CT",
              51: "ASYNC", 52: "KDF", 57: "PROV", 58: "CMP", 59: "ENCODER", 60: "DECODER"}
_SSL_LIBRARY, _EOF_REASON, _VERIFY_REASON = 20, 294, 134
_HOSTNAME_MISMATCH, _ADDRESS_MISMATCH = 62, 64


def error_of(kind, number, text, library=None, reason=None):
    made = kind(int(number), f"[{library}: {reason}] {text}" if library and reason else f"[{library}] {text}" if library else text)
    made.library, made.reason = library, reason
    return made


def _raise(kind, reason, library, text, is_common, verified, verify_text, owner):
    """What _ssl calls with OpenSSL's last error: `kind` is one of SSL_ERROR_..., 0 outside of connections."""
    if kind == SSL_ERROR_ZERO_RETURN:
        raise error_of(SSLZeroReturnError, kind, "TLS/SSL connection has been closed (EOF)")
    name = _LIBRARIES.get(library)
    mnemonic = None
    if text and not is_common:
        mnemonic = "".join(c if c.isalnum() else "_" for c in text.replace("ssl/tls", "sslv3").upper())
    if library == _SSL_LIBRARY and reason == _EOF_REASON:
        raise error_of(SSLEOFError, SSL_ERROR_EOF, "EOF occurred in violation of protocol", name, mnemonic)
    if kind == SSL_ERROR_SYSCALL and not text:
        raise error_of(SSLEOFError, SSL_ERROR_EOF, "EOF occurred in violation of protocol")
    if kind and library == _SSL_LIBRARY and reason == _VERIFY_REASON:
        host = getattr(owner, "server_hostname", None)
        if verified == _HOSTNAME_MISMATCH:
            verify_text = f"Hostname mismatch, certificate is not valid for '{host}'."
        elif verified == _ADDRESS_MISMATCH:
            verify_text = f"IP address mismatch, certificate is not valid for '{host}'."
        error = error_of(SSLCertVerificationError, kind, f"{text}: {verify_text}", name, mnemonic)
        error.verify_code, error.verify_message = verified, verify_text
        raise error
    raise error_of(SSLError, kind or reason, text or "unknown error", name, mnemonic)


_ssl.set_raiser(_raise)


def pem_error():
    return error_of(SSLError, 0x80009, "PEM lib", "SSL")
