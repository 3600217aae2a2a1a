"""TLS: connections that nobody else reads or changes (library reference, "ssl"; RFC 8446).

Contexts are here, connections in _ssl_connections; files and the environment are read here, OpenSSL is handed their text.
"""
import _ssl
import os
import socket as _socket
import sys
import warnings
from _ssl import OPENSSL_VERSION, OPENSSL_VERSION_NUMBER, RAND_add, RAND_bytes, RAND_status, SSLSession, nid2obj as _nid2obj
from _ssl_constants import (AlertDescription, Options, SSLErrorNumber, TLSVersion, VerifyFlags, VerifyMode, _SSLMethod, _TLSAlertType, _TLSContentType,
                            _TLSMessageType)
from _ssl_connections import CHANNEL_BINDING_TYPES, MemoryBIO, SSLObject, SSLSocket
from _ssl_errors import (SSLCertVerificationError, SSLEOFError, SSLError, SSLSyscallError, SSLWantReadError, SSLWantWriteError, SSLZeroReturnError,
                         error_of as _error, pem_error as _pem_error)
from _ssl_certificate import decode as _decode
from collections import namedtuple
from enum import Enum as _Enum
from socket import SO_TYPE, SOCK_STREAM, SOL_SOCKET, create_connection, socket

for _enum in (AlertDescription, Options, SSLErrorNumber, VerifyFlags, VerifyMode, _SSLMethod):
    globals().update(_enum.__members__)
del _enum

OPENSSL_VERSION_INFO = (OPENSSL_VERSION_NUMBER >> 28, OPENSSL_VERSION_NUMBER >> 20 & 0xff, OPENSSL_VERSION_NUMBER >> 12 & 0xff, OPENSSL_VERSION_NUMBER >> 4 & 0xff,
                        OPENSSL_VERSION_NUMBER & 0xf)
_OPENSSL_API_VERSION = OPENSSL_VERSION_INFO
HAS_SNI = HAS_ECDH = HAS_ALPN = HAS_NEVER_CHECK_COMMON_NAME = HAS_TLSv1 = HAS_TLSv1_1 = HAS_TLSv1_2 = HAS_TLSv1_3 = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = False
PEM_HEADER = "-----BEGIN CERTIFICATE-----"
PEM_FOOTER = "-----END CERTIFICATE-----"
_DEFAULT_CIPHERS = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"
_RESTRICTED_SERVER_CIPHERS = _DEFAULT_CIPHERS
PROTOCOL_SSLv23 = PROTOCOL_TLS
_PROTOCOL_NAMES = {value: name for name, value in _SSLMethod.__members__.items()}
_GLOBAL_DEFAULT_TIMEOUT = _socket._GLOBAL_DEFAULT_TIMEOUT
_PASSWORD_MOST = 1024
socket_error = OSError
CertificateError = SSLCertVerificationError


def _warn(text):
    warnings.warn(text, DeprecationWarning, stacklevel=3)


# ---- names of objects ------------------------------------------------------------------------------------------------------------

def _txt2obj(txt, name=False):
    return _ssl.txt2obj(txt, bool(name))


class _ASN1Object(namedtuple("_ASN1Object", "nid shortname longname oid")):
    """ASN.1 object identifier lookup"""
    __slots__ = ()

    def __new__(cls, oid):
        return super().__new__(cls, *_txt2obj(oid, name=False))

    @classmethod
    def fromnid(cls, nid):
        return super().__new__(cls, *_nid2obj(nid))

    @classmethod
    def fromname(cls, name):
        return super().__new__(cls, *_txt2obj(name, name=True))


class Purpose(_ASN1Object, _Enum):
    """What the certificate of the other side is for."""
    SERVER_AUTH = "1.3.6.1.5.5.7.3.1"
    CLIENT_AUTH = "1.3.6.1.5.5.7.3.2"


# ---- contexts --------------------------------------------------------------------------------------------------------------------

def _read(path):
    with open(os.fspath(path), "rb") as file:  # a number is no descriptor here
        return file.read()


def _need_path(path, what):
    try:
        os.fspath(path)
    except TypeError:
        raise TypeError(f"{what} should be a valid filesystem path") from None


def _made(kind, *args):
    try:
        return kind(*args)
    except MemoryError:  # what nobody uses any more may hold what is lacking
        import gc
        gc.collect()
        return kind(*args)


def _packed_address(name):
    """The bytes of an address written as text; None: it is no address."""
    for family in (_socket.AF_INET, _socket.AF_INET6):
        try:
            return _socket.inet_pton(family, name)
        except (OSError, ValueError):
            pass
    return None


def _encode_hostname(hostname):
    if hostname is None:
        return None
    if isinstance(hostname, str):
        return hostname.encode("idna").decode("ascii")
    return hostname.decode("ascii")


def _password_function(password):
    def give():
        given = password() if callable(password) else password
        if isinstance(given, str):
            given = given.encode("utf-8")
        elif not isinstance(given, (bytes, bytearray)):
            raise TypeError("password callback must return a string" if callable(password) else "password should be a string or callable")
        if len(given) > _PASSWORD_MOST:
            raise ValueError(f"password cannot be longer than {_PASSWORD_MOST} bytes")
        return bytes(given)
    if password is None:
        def give():
            from getpass import getpass
            return getpass("Enter PEM pass phrase:").encode()
    elif not callable(password) and not isinstance(password, (str, bytes, bytearray)):
        raise TypeError("password should be a string or callable")
    return give


_VERSIONS = {PROTOCOL_TLSv1: TLSVersion.TLSv1, PROTOCOL_TLSv1_1: TLSVersion.TLSv1_1, PROTOCOL_TLSv1_2: TLSVersion.TLSv1_2}
_CERTIFICATE_MODES = {CERT_NONE: 0, CERT_OPTIONAL: 1, CERT_REQUIRED: 3}  # as bits of OpenSSL's


class SSLContext:
    """An SSLContext holds various SSL-related configuration options and data, such as certificates and possibly a private key."""

    sslsocket_class = None  # they are set below
    sslobject_class = None

    def __new__(cls, protocol=None, *args, **kwargs):
        if protocol is None:
            _warn("ssl.SSLContext() without protocol argument is deprecated.")
            protocol = PROTOCOL_TLS
        if protocol not in _PROTOCOL_NAMES:
            raise ValueError(f"invalid or unsupported protocol version {protocol}")
        protocol = _SSLMethod(protocol)
        if protocol in _VERSIONS or protocol == PROTOCOL_TLS:
            _warn(f"ssl.{protocol.name} is deprecated")
        self = object.__new__(cls)
        self._protocol = protocol
        self._native = _made(_ssl.Context, {PROTOCOL_TLS_CLIENT: -1, PROTOCOL_TLS_SERVER: 1}.get(protocol, 0))
        self._native.set_options(OP_ALL | OP_NO_SSLv3 | OP_NO_COMPRESSION | OP_CIPHER_SERVER_PREFERENCE | OP_ENABLE_MIDDLEBOX_COMPAT)
        self._native.set_ciphers(_DEFAULT_CIPHERS)
        version = _VERSIONS.get(protocol)
        self._native.version(False, version or TLSVersion.TLSv1_2)
        if version:
            self._native.version(True, version)
        self._check_hostname = self._post_handshake_auth = False
        self._common_name = True
        self._sni_callback = self._key_log = None
        self._folders = []
        self._looked_up = set()
        if protocol == PROTOCOL_TLS_CLIENT:
            self.check_hostname = True
        return self

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    @property
    def protocol(self):
        return self._protocol

    def _encode_hostname(self, hostname):
        return _encode_hostname(hostname)

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, session=None):
        return self.sslsocket_class._create(sock=sock, server_side=server_side, do_handshake_on_connect=do_handshake_on_connect,
                                            suppress_ragged_eofs=suppress_ragged_eofs, server_hostname=server_hostname, context=self, session=session)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        return self.sslobject_class._create(incoming, outgoing, server_side=server_side, server_hostname=self._encode_hostname(server_hostname), session=session,
                                            context=self)

    # ---- what is allowed

    @property
    def options(self):
        return Options(self._native.get_options())

    @options.setter
    def options(self, value):
        if not isinstance(value, int):
            raise TypeError(f"argument must be int, not {type(value).__name__}")
        if value & ~self._native.get_options() & (OP_NO_SSLv3 | OP_NO_TLSv1 | OP_NO_TLSv1_1 | OP_NO_TLSv1_2 | OP_NO_TLSv1_3):
            _warn("ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated")
        self._native.set_options(value)

    def _version(self, is_most):
        value = 0 if self._protocol in _VERSIONS else self._native.version(is_most, None)
        return TLSVersion(value or (-1 if is_most else -2))

    def _set_version(self, is_most, value):
        if self._protocol in _VERSIONS:
            raise ValueError("The context's protocol doesn't support modification of highest and lowest version.")
        try:
            version = TLSVersion(value)
        except ValueError:
            raise ValueError(f"Unsupported TLS/SSL version 0x{value:x}") from None
        if version in (TLSVersion.SSLv3, TLSVersion.TLSv1, TLSVersion.TLSv1_1):
            warnings.warn(f"ssl.TLSVersion.{version.name} is deprecated", DeprecationWarning, stacklevel=4)
        if version == TLSVersion.MINIMUM_SUPPORTED:
            version = TLSVersion.TLSv1 if is_most else 0
        elif version == TLSVersion.MAXIMUM_SUPPORTED:
            version = 0 if is_most else TLSVersion.TLSv1_3
        if not self._native.version(is_most, version):
            raise ValueError(f"Unsupported TLS/SSL version 0x{version:x}")

    @property
    def minimum_version(self):
        return self._version(False)

    @minimum_version.setter
    def minimum_version(self, value):
        if value == TLSVersion.SSLv3:
            self._native.set_options(self._native.get_options() & ~OP_NO_SSLv3)
        self._set_version(False, value)

    @property
    def maximum_version(self):
        return self._version(True)

    @maximum_version.setter
    def maximum_version(self, value):
        self._set_version(True, value)

    @property
    def verify_flags(self):
        return VerifyFlags(self._native.get_verify_flags())

    @verify_flags.setter
    def verify_flags(self, value):
        self._native.set_verify_flags(value)

    @property
    def verify_mode(self):
        mode = self._native.get_verify_mode()
        return CERT_REQUIRED if mode & 2 else CERT_OPTIONAL if mode & 1 else CERT_NONE

    @verify_mode.setter
    def verify_mode(self, value):
        if value not in _CERTIFICATE_MODES:
            raise ValueError("invalid value for verify_mode")
        if value == CERT_NONE and self._check_hostname:
            raise ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.")
        self._native.set_verify_mode(_CERTIFICATE_MODES[value])

    @property
    def check_hostname(self):
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        value = bool(value)
        if value and self.verify_mode == CERT_NONE:
            self._native.set_verify_mode(_CERTIFICATE_MODES[CERT_REQUIRED])
        self._check_hostname = value

    @property
    def hostname_checks_common_name(self):
        return self._common_name

    @hostname_checks_common_name.setter
    def hostname_checks_common_name(self, value):
        self._common_name = bool(value)
        self._native.set_common_name(self._common_name)

    @property
    def post_handshake_auth(self):
        return self._post_handshake_auth

    @post_handshake_auth.setter
    def post_handshake_auth(self, value):
        self._post_handshake_auth = bool(value)

    @property
    def num_tickets(self):
        return self._native.get_tickets()

    @num_tickets.setter
    def num_tickets(self, value):
        if value < 0:
            raise ValueError("value must be non-negative")
        if self._protocol != PROTOCOL_TLS_SERVER:
            raise ValueError("SSLContext is not a server context.")
        if not self._native.set_tickets(value):
            raise ValueError("failed to set num tickets.")

    @property
    def security_level(self):
        return self._native.security_level()

    def session_stats(self):
        names = ("number", "connect", "connect_good", "connect_renegotiate", "accept", "accept_good", "accept_renegotiate", "hits", "misses", "timeouts", "cache_full")
        return dict(zip(names, self._native.session_stats()))

    @property
    def keylog_filename(self):
        return self._key_log

    @keylog_filename.setter
    def keylog_filename(self, value):
        self._key_log = None
        self._native.set_key_log(None)
        if value is None:
            return
        value = os.fspath(value)
        with open(value, "a") as file:
            if not file.tell():
                file.write("# TLS secrets log file, generated by OpenSSL / Python\n")

        def add(line):
            with open(value, "a") as log:
                log.write(line + "\n")
        self._key_log = value
        self._native.set_key_log(add)

    def set_ciphers(self, cipherlist, /):
        if not self._native.set_ciphers(cipherlist):
            raise SSLError("No cipher can be selected.")

    def get_ciphers(self):
        names = ("id", "name", "protocol", "description", "strength_bits", "alg_bits", "aead", "symmetric", "digest", "kea", "auth")
        return [{name: value.strip() if name == "description" else value for name, value in zip(names, row)} for row in self._native.get_ciphers()]

    def set_alpn_protocols(self, alpn_protocols):
        protocols = bytearray()
        for protocol in alpn_protocols:
            name = bytes(protocol, "ascii")
            if not 0 < len(name) < 256:
                raise SSLError("ALPN protocols must be 1 to 255 in length")
            protocols.append(len(name))
            protocols += name
        self._native.set_protocols(protocols)

    def set_npn_protocols(self, npn_protocols):
        _warn("ssl NPN is deprecated, use ALPN instead")
        raise NotImplementedError("The NPN extension needs OpenSSL 1.0.1")

    @property
    def sni_callback(self):
        return self._sni_callback

    @sni_callback.setter
    def sni_callback(self, value):
        if self._protocol == PROTOCOL_TLS_CLIENT:
            raise ValueError("sni_callback cannot be set on TLS_CLIENT context")
        if value is not None and not callable(value):
            self._native.set_server_name(None)
            raise TypeError("not a callable object")
        self._sni_callback = value
        self._native.set_server_name(value and (lambda owner, name: value(owner, name, self)))

    def set_servername_callback(self, server_name_callback):
        self.sni_callback = server_name_callback

    # ---- certificates

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        _need_path(certfile, "certfile")
        if keyfile is not None:
            _need_path(keyfile, "keyfile")
        certificates = _read(certfile)
        key = certificates if keyfile is None else _read(keyfile)
        give = _password_function(password)
        if self._native.use_certificate(certificates) is False or self._native.use_key(key, give) is False:
            raise _pem_error()

    def _look_up(self, hash):
        if hash in self._looked_up:
            return b""
        self._looked_up.add(hash)
        found = bytearray()
        for folder in self._folders:
            for mark in ("", "r"):
                number = 0
                while True:
                    try:
                        found += _read(f"{folder}/{hash:08x}.{mark}{number}")
                    except (OSError, ValueError):
                        break
                    number += 1
        return bytes(found)

    def _add_folder(self, folder):
        self._folders.append(os.fsdecode(folder))
        self._looked_up.clear()
        self._native.set_lookup(self._look_up)

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        if cafile is None and capath is None and cadata is None:
            raise TypeError("cafile, capath and cadata cannot be all omitted")
        for path, what in ((cafile, "cafile"), (capath, "capath")):
            if path is not None:
                _need_path(path, what)
        if cadata is not None:
            is_text = isinstance(cadata, str)
            if is_text:
                if not cadata.isascii():
                    raise TypeError("cadata should be an ASCII string or a bytes-like object")
                cadata = cadata.encode()
            else:
                try:
                    cadata = bytes(memoryview(cadata))
                except TypeError:
                    raise TypeError("cadata should be an ASCII string or a bytes-like object") from None
            if not cadata:
                raise ValueError("Empty certificate data")
            if not self._native.add(cadata, is_text):
                raise _error(SSLError, 0, f"{'no start line' if is_text else 'not enough data'}: cadata does not contain a certificate")
        if cafile is not None and not self._native.add(_read(cafile), True):
            raise _error(SSLError, 136, "no certificate or crl found", "X509", "NO_CERTIFICATE_OR_CRL_FOUND")
        if capath is not None:
            self._add_folder(capath)

    def set_default_verify_paths(self):
        file_variable, file, folder_variable, folder = _ssl.default_paths()
        try:
            self._native.add(_read(os.environ.get(file_variable, file)), True)
        except OSError:
            pass
        for each in os.environ.get(folder_variable, folder).split(":"):
            self._add_folder(each)

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()

    def cert_store_stats(self):
        return dict(zip(("x509", "crl", "x509_ca"), self._native.store_stats()))

    def get_ca_certs(self, binary_form=False):
        certificates = [der for der, may_sign in self._native.certificates() if may_sign]
        return certificates if binary_form else [_decode(each) for each in certificates]

    def load_dh_params(self, path, /):
        if self._native.use_dh(_read(path)) is False:
            raise _error(SSLError, 108, "no start line", "PEM", "NO_START_LINE")

    def set_ecdh_curve(self, name, /):
        name = name if isinstance(name, str) else os.fsdecode(name)
        if self._native.use_curve(name) is False:
            raise ValueError(f"unknown elliptic curve name {name!r}")

    def _connect(self, server_side, server_hostname, owner, session):
        """A native connection of this context's."""
        if server_side and self._protocol == PROTOCOL_TLS_CLIENT:
            raise _error(SSLError, 0, "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context")
        if not server_side and self._protocol == PROTOCOL_TLS_SERVER:
            raise _error(SSLError, 0, "Cannot create a client socket with a PROTOCOL_TLS_SERVER context")
        name = address = None
        if server_hostname is not None:
            if not server_hostname or server_hostname[0] == ".":
                raise ValueError("server_hostname cannot be an empty string or start with a leading dot.")
            name, address = server_hostname.encode("ascii"), _packed_address(server_hostname)
        connection = _made(_ssl.Connection, self._native, bool(server_side), name, address)
        if self._check_hostname and name is not None and not server_side:  # SSLSocket asks for the name itself
            connection.check_host(address or name, address is not None)
        if self._post_handshake_auth:
            connection.allow_post_handshake(bool(server_side))
        connection.set_owner(owner)
        if session is not None:
            connection.set_session(session)
        return connection


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


# ---- functions -------------------------------------------------------------------------------------------------------------------

def _prepare(context, purpose, cafile, capath, cadata):
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    key_log = os.environ.get("SSLKEYLOGFILE")
    if key_log and not sys.flags.ignore_environment:
        context.keylog_filename = key_log
    return context


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """Create a SSLContext object with default settings."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if purpose == Purpose.SERVER_AUTH:
        context = SSLContext(PROTOCOL_TLS_CLIENT)
    elif purpose == Purpose.CLIENT_AUTH:
        context = SSLContext(PROTOCOL_TLS_SERVER)
    else:
        raise ValueError(purpose)
    return _prepare(context, purpose, cafile, capath, cadata)


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH, certfile=None, keyfile=None, cafile=None,
                               capath=None, cadata=None):
    """A context for modules of the library that were not given one: nothing is verified unless it is asked for."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if protocol is None:
        protocol = PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER
    context = SSLContext(protocol)
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if check_hostname:
        context.check_hostname = True
    if keyfile and not certfile:
        raise ValueError("certfile must be specified")
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    return _prepare(context, purpose, cafile, capath, cadata)


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


def cert_time_to_seconds(cert_time):
    """The seconds since the epoch of a time as certificates have it: "Jan  5 09:34:43 2018 GMT"."""
    from calendar import timegm
    from time import strptime
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    rest = " %d %H:%M:%S %Y GMT"
    try:
        month = months.index(cert_time[:3].title()) + 1
    except ValueError:
        raise ValueError('time data %r does not match format "%%b%s"' % (cert_time, rest)) from None
    time = strptime(cert_time[3:], rest)
    return timegm((time[0], month) + time[2:6])


def DER_cert_to_PEM_cert(der_cert_bytes):
    """A certificate in DER as PEM."""
    from base64 import standard_b64encode
    text = standard_b64encode(der_cert_bytes).decode("ascii")
    return "\n".join([PEM_HEADER, *(text[at:at + 64] for at in range(0, len(text), 64)), PEM_FOOTER, ""])


def PEM_cert_to_DER_cert(pem_cert_string):
    """A certificate in PEM as DER."""
    from base64 import decodebytes
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError("Invalid PEM encoding; must start with %s" % PEM_HEADER)
    if not pem_cert_string.strip().endswith(PEM_FOOTER):
        raise ValueError("Invalid PEM encoding; must end with %s" % PEM_FOOTER)
    return decodebytes(pem_cert_string.strip()[len(PEM_HEADER):-len(PEM_FOOTER)].encode("ASCII", "strict"))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_GLOBAL_DEFAULT_TIMEOUT):
    """The certificate of the server at `addr`, in PEM. It is verified where `ca_certs` is given."""
    host, port = addr
    context = _create_stdlib_context(ssl_version, cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED, cafile=ca_certs)
    with create_connection(addr, timeout=timeout) as sock, context.wrap_socket(sock, server_hostname=host) as secured:
        der = secured.getpeercert(True)
    return DER_cert_to_PEM_cert(der)


def get_protocol_name(protocol_code):
    return _PROTOCOL_NAMES.get(protocol_code, "<unknown>")


DefaultVerifyPaths = namedtuple("DefaultVerifyPaths", "cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath")


def get_default_verify_paths():
    """Where certificates of authorities are looked for."""
    file_variable, file, folder_variable, folder = _ssl.default_paths()
    own_file, own_folder = os.environ.get(file_variable, file), os.environ.get(folder_variable, folder)
    return DefaultVerifyPaths(own_file if os.path.isfile(own_file) else None, own_folder if os.path.isdir(own_folder) else None, file_variable, file, folder_variable,
                              folder)
