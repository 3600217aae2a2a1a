# python3.12: The names and numbers of ssl, errors, objects, contexts as they are made, MemoryBIO, texts of certificates
import pickle, ssl, warnings

warnings.simplefilter("ignore")
for each in (ssl.Options, ssl.VerifyFlags, ssl.VerifyMode, ssl.TLSVersion, ssl.SSLErrorNumber, ssl.AlertDescription, ssl._TLSContentType, ssl._TLSMessageType, ssl._TLSAlertType):
    print(each, each.__bases__, {name: int(value) for name, value in each.__members__.items()})
    assert each.__name__ in ("TLSVersion", "_TLSContentType", "_TLSMessageType", "_TLSAlertType") or all(getattr(ssl, name) is value for name, value in each.__members__.items())
print(repr(ssl.OP_NO_TICKET | ssl.OP_NO_SSLv3), repr(ssl.PROTOCOL_TLS), ssl.PROTOCOL_SSLv23 is ssl.PROTOCOL_TLS, str(ssl.CERT_REQUIRED), pickle.loads(pickle.dumps(ssl.TLSVersion.TLSv1_3)))
print(ssl.HAS_SNI, ssl.HAS_ALPN, ssl.HAS_NPN, ssl.HAS_ECDH, ssl.HAS_SSLv2, ssl.HAS_SSLv3, ssl.HAS_TLSv1_2, ssl.HAS_TLSv1_3, ssl.HAS_NEVER_CHECK_COMMON_NAME, ssl.CHANNEL_BINDING_TYPES)
print(ssl.OPENSSL_VERSION.startswith("OpenSSL 3."), ssl.OPENSSL_VERSION_NUMBER >= 0x30000000, ssl.OPENSSL_VERSION_INFO[0], len(ssl.OPENSSL_VERSION_INFO))
for each in (ssl.SSLError, ssl.SSLZeroReturnError, ssl.SSLWantReadError, ssl.SSLWantWriteError, ssl.SSLSyscallError, ssl.SSLEOFError, ssl.SSLCertVerificationError):
    print(each.__mro__, str(each("text")), str(each(1, "text")), each(1, "text").errno)
print(ssl.CertificateError is ssl.SSLCertVerificationError, ssl.socket_error)


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split(" (_ssl.c")[0])


# ---- objects
for purpose in ssl.Purpose:
    print(repr(purpose), purpose.nid, purpose.oid, isinstance(purpose, tuple))
attempt(lambda: ssl._ASN1Object("2.5.29.37.0"))
attempt(lambda: ssl._ASN1Object("serverAuth"))
attempt(lambda: ssl._ASN1Object.fromname("CN"))
attempt(lambda: ssl._ASN1Object.fromnid(3))
attempt(lambda: ssl._ASN1Object.fromnid(100000))
attempt(lambda: ssl._ASN1Object.fromnid(-1))
attempt(lambda: ssl.create_default_context("serverAuth"))
attempt(lambda: ssl.get_protocol_name(ssl.PROTOCOL_TLS_SERVER))
attempt(lambda: ssl.get_protocol_name(99))

# ---- randomness
print(len(ssl.RAND_bytes(100)), ssl.RAND_bytes(0), ssl.RAND_status(), ssl.RAND_add(b"x", 1.0), ssl.RAND_add("x", 0.5))
attempt(lambda: ssl.RAND_bytes(-1))

# ---- contexts
for protocol in (ssl.PROTOCOL_TLS, ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER, ssl.PROTOCOL_TLSv1_2):
    c = ssl.SSLContext(protocol)
    print(repr(c.protocol), repr(c.verify_mode), c.check_hostname, repr(c.verify_flags), repr(c.minimum_version), repr(c.maximum_version), c.num_tickets, c.post_handshake_auth,
          c.hostname_checks_common_name, c.cert_store_stats(), c.get_ca_certs(), c.session_stats()["number"], c.sni_callback, c.keylog_filename)
    print(ssl.OP_NO_COMPRESSION in c.options, ssl.OP_NO_SSLv3 in c.options, len(c.get_ciphers()) > 5, sorted(c.get_ciphers()[0]))
client, server = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
attempt(lambda: ssl.SSLContext(99))
attempt(lambda: setattr(client, "verify_mode", 0))
attempt(lambda: setattr(client, "verify_mode", 7))
attempt(lambda: setattr(client, "check_hostname", False) or setattr(client, "verify_mode", ssl.CERT_NONE) or repr(client.verify_mode))
attempt(lambda: setattr(client, "check_hostname", True) or repr(client.verify_mode))
attempt(lambda: setattr(client, "options", client.options | ssl.OP_NO_TICKET) or ssl.OP_NO_TICKET in client.options)
attempt(lambda: setattr(client, "options", client.options & ~ssl.OP_NO_TICKET) or ssl.OP_NO_TICKET in client.options)
attempt(lambda: setattr(client, "options", "x"))
attempt(lambda: setattr(client, "verify_flags", ssl.VERIFY_CRL_CHECK_LEAF) or repr(client.verify_flags))
attempt(lambda: setattr(client, "minimum_version", 5))
attempt(lambda: setattr(client, "minimum_version", ssl.TLSVersion.TLSv1_3) or repr(client.minimum_version))
attempt(lambda: setattr(client, "maximum_version", ssl.TLSVersion.TLSv1_2) or repr(client.maximum_version))
attempt(lambda: setattr(client, "maximum_version", ssl.TLSVersion.MAXIMUM_SUPPORTED) or repr(client.maximum_version))
attempt(lambda: setattr(client, "minimum_version", ssl.TLSVersion.MINIMUM_SUPPORTED) or repr(client.minimum_version))
attempt(lambda: setattr(client, "sni_callback", print))
attempt(lambda: setattr(server, "sni_callback", 3))
attempt(lambda: server.set_servername_callback(None))
attempt(lambda: setattr(client, "num_tickets", 1))
attempt(lambda: setattr(server, "num_tickets", -1))
attempt(lambda: setattr(server, "num_tickets", 4) or server.num_tickets)
attempt(lambda: client.set_ciphers("no such"))
attempt(lambda: client.set_ciphers(3))
attempt(lambda: client.set_alpn_protocols(["x" * 256]))
attempt(lambda: client.set_alpn_protocols([""]))
attempt(lambda: client.set_ecdh_curve("no such"))
attempt(lambda: client.set_ecdh_curve("prime256v1"))
attempt(lambda: client.load_cert_chain("/dev/null"))
attempt(lambda: client.load_dh_params("/dev/null"))
attempt(lambda: client.load_verify_locations())
attempt(lambda: client.load_verify_locations("/dev/null"))
attempt(lambda: client.load_verify_locations(capath="/no/such/folder"))
for data in ("", b"", "x", b"x", 3, "ä"):
    attempt(lambda: client.load_verify_locations(cadata=data))
attempt(lambda: client.wrap_bio(3, 4))
attempt(lambda: client.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_side=True))
attempt(lambda: server.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO()))
attempt(lambda: client.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname=""))
attempt(ssl.SSLObject)
attempt(ssl.SSLSocket)
attempt(lambda: pickle.dumps(client))


class Own(ssl.SSLContext):
    def __init__(self, protocol, more=None):
        self.more = more


print(Own(ssl.PROTOCOL_TLS_CLIENT, more=3).more)

# ---- MemoryBIO
bio = ssl.MemoryBIO()
print(bio.read(10), bio.write(b"abcdef"), bio.pending, bio.eof, bio.read(2), bio.write_eof(), bio.pending, bio.eof, bio.read(), bio.pending, bio.eof, bio.read())
attempt(lambda: bio.write(b"x"))
attempt(lambda: ssl.MemoryBIO().write("x"))
attempt(lambda: ssl.MemoryBIO().write(bytearray(b"abc")))

# ---- texts
print(ssl.cert_time_to_seconds("Jan  5 09:34:43 2018 GMT"))
attempt(lambda: ssl.cert_time_to_seconds("Jan  5 09:34:43 2018"))
attempt(lambda: ssl.cert_time_to_seconds("Foo  5 09:34:43 2018 GMT"))
text = ssl.DER_cert_to_PEM_cert(bytes(range(200)))
print(text, ssl.PEM_cert_to_DER_cert(text) == bytes(range(200)))
attempt(lambda: ssl.PEM_cert_to_DER_cert("x"))
attempt(lambda: ssl.PEM_cert_to_DER_cert(ssl.PEM_HEADER))
