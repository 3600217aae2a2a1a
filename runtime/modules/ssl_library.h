// _ssl: TLS by OpenSSL 3, which is opened when `ssl` is first imported: at start nothing of it is loaded or linked.
//
//   ssl_library.c      the table of its functions, errors, names of objects (OID), randomness, the module
//   ssl_context.c      Context: certificates, keys, what is allowed; Session
//   ssl_connection.c   Connection: bytes of the wire in and out, between them what is read and written
//
// OpenSSL sees neither descriptors nor files: a connection works on two buffers in memory. stdlib/ssl.py brings the bytes from sockets and files, through
// the grants and waits of these. In callbacks scripts run: the connection they belong to is refused to others meanwhile (is_running).
#ifndef TYPHON_RUNTIME_SSL_LIBRARY_H
#define TYPHON_RUNTIME_SSL_LIBRARY_H
#include "runtime/gc.h"
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#define SSL_FUNCTIONS(F)                                                                                                                             \
    F(OPENSSL_init_ssl) F(TLS_method) F(TLS_client_method) F(TLS_server_method) F(SSL_CTX_new) F(SSL_CTX_free) F(SSL_CTX_ctrl) F(SSL_CTX_callback_ctrl) \
    F(SSL_CTX_set_options) F(SSL_CTX_clear_options) F(SSL_CTX_get_options) F(SSL_CTX_set_verify) F(SSL_CTX_get_verify_mode) F(SSL_CTX_get0_param)    \
    F(SSL_CTX_set_cipher_list) F(SSL_CTX_set_alpn_protos) F(SSL_CTX_set_alpn_select_cb) F(SSL_select_next_proto) F(SSL_CTX_get_cert_store)           \
    F(SSL_CTX_use_certificate) F(SSL_CTX_use_PrivateKey) F(SSL_CTX_check_private_key) F(SSL_CTX_set0_tmp_dh_pkey) F(SSL_CTX_set_num_tickets)         \
    F(SSL_CTX_get_num_tickets) F(SSL_CTX_get_security_level) F(SSL_CTX_set_session_id_context) F(SSL_CTX_set_post_handshake_auth)                    \
    F(SSL_CTX_set_cert_verify_callback) F(SSL_new) F(SSL_free) F(SSL_set_bio) F(SSL_set_accept_state)                                                \
    F(SSL_set_connect_state) F(SSL_do_handshake) F(SSL_read) F(SSL_write) F(SSL_shutdown) F(SSL_pending) F(SSL_get_error) F(SSL_get_verify_result)   \
    F(SSL_get1_peer_certificate) F(SSL_get_current_cipher) F(SSL_get_ciphers) F(SSL_get_client_ciphers) F(SSL_CIPHER_get_name)                       \
    F(SSL_CIPHER_get_version) F(SSL_CIPHER_get_bits) F(SSL_CIPHER_get_id) F(SSL_CIPHER_description) F(SSL_CIPHER_is_aead)                            \
    F(SSL_CIPHER_get_cipher_nid) F(SSL_CIPHER_get_digest_nid) F(SSL_CIPHER_get_kx_nid) F(SSL_CIPHER_get_auth_nid) F(SSL_get_version)                 \
    F(SSL_is_init_finished) F(SSL_get0_alpn_selected) F(SSL_get_finished) F(SSL_get_peer_finished) F(SSL_session_reused) F(SSL_get1_session)         \
    F(SSL_set_session) F(SSL_SESSION_free) F(SSL_SESSION_get_id) F(SSL_SESSION_get_time) F(SSL_SESSION_get_timeout) F(SSL_SESSION_has_ticket)        \
    F(SSL_SESSION_get_ticket_lifetime_hint) F(SSL_set_SSL_CTX) F(SSL_get_servername) F(SSL_ctrl) F(SSL_get0_param) F(SSL_get_verify_mode)            \
    F(SSL_verify_client_post_handshake) F(SSL_set_post_handshake_auth) F(SSL_set_verify) F(SSL_is_server)           \
    F(SSL_get_shutdown) F(SSL_set_ex_data) F(SSL_CTX_set_keylog_callback)
#define CRYPTO_FUNCTIONS(F)                                                                                                                          \
    F(OpenSSL_version) F(OpenSSL_version_num) F(ERR_clear_error) F(ERR_peek_last_error) F(ERR_reason_error_string) F(BIO_new) F(BIO_s_mem)           \
    F(BIO_new_mem_buf) F(BIO_free) F(BIO_read) F(BIO_write) F(BIO_ctrl) F(PEM_read_bio_X509) F(PEM_read_bio_X509_AUX) F(PEM_read_bio_PrivateKey)     \
    F(PEM_read_bio_Parameters) F(PEM_X509_INFO_read_bio) F(X509_INFO_free) F(OPENSSL_sk_num) F(OPENSSL_sk_value) F(OPENSSL_sk_free)                  \
    F(OPENSSL_sk_find) F(d2i_X509_bio) F(i2d_X509) F(CRYPTO_free) F(X509_free) F(X509_CRL_free) F(EVP_PKEY_free) F(X509_STORE_add_cert)              \
    F(X509_STORE_add_crl) F(X509_STORE_get0_objects) F(X509_OBJECT_get_type) F(X509_OBJECT_get0_X509) F(X509_check_ca)                               \
    F(X509_VERIFY_PARAM_set_flags) F(X509_VERIFY_PARAM_clear_flags) F(X509_VERIFY_PARAM_get_flags) F(X509_VERIFY_PARAM_set_hostflags)                \
    F(X509_VERIFY_PARAM_set1_host) F(X509_VERIFY_PARAM_set1_ip) F(X509_verify_cert) F(X509_verify_cert_error_string)                                 \
    F(X509_STORE_CTX_get0_untrusted) F(X509_STORE_CTX_get0_cert) F(X509_get_issuer_name) F(X509_get_subject_name) F(X509_NAME_cmp)                   \
    F(X509_NAME_hash_ex) F(OBJ_txt2obj) F(OBJ_obj2nid) F(OBJ_nid2obj) F(OBJ_nid2sn) F(OBJ_nid2ln) F(OBJ_obj2txt) F(OBJ_sn2nid) F(ASN1_OBJECT_free)   \
    F(RAND_bytes) F(RAND_add) F(RAND_status) F(X509_get_default_cert_file) F(X509_get_default_cert_file_env) F(X509_get_default_cert_dir)            \
    F(X509_get_default_cert_dir_env)

struct Connection;
// A VM's: its functions, and which of its connections are in the midst of a call. It lasts as long as one of its users.
typedef struct OpenSSL {
#define F(name) __typeof__(name) *name;
    SSL_FUNCTIONS(F)
    CRYPTO_FUNCTIONS(F)
#undef F
    size_t users;
    struct Connection *running;
} OpenSSL;
OpenSSL *ssl_use(OpenSSL *o);
void ssl_leave(OpenSSL *o);

typedef struct Context {
    Object head;
    VM *vm;
    OpenSSL *o;
    SSL_CTX *ctx;
    size_t pages;        // of memory outside of the heap that it counts for
    Value lookup;        // lookup(hash of a name) -> certificates in PEM; None: there is none
    Value on_server_name;
    Value on_key;        // on_key(line of a log of keys); None: there is none
    unsigned char *protocols; // of ALPN, as on the wire
    unsigned protocols_size;
} Context;
typedef struct Connection {
    Object head;
    OpenSSL *o;
    SSL *ssl;
    BIO *in, *out;              // the SSL's
    Value context;              // the one it has now
    Value first_context;        // the one it was made with: SSL keeps its callbacks
    Value owner;                // what scripts know it by
    bool is_running;
    struct Connection *next_running;
    // Of the record that comes in. No more than it is asked for, so that what follows the last one stays with the socket.
    unsigned char header[SSL3_RT_HEADER_LENGTH];
    unsigned header_size, body_left;
} Connection;
typedef struct Session {
    Object head;
    OpenSSL *o;
    SSL_SESSION *session;
    Value context;
} Session;
enum { SSL_PAGES_CONTEXT = 12, SSL_PAGES_CONNECTION = 16, SSL_PAGES_SESSION = 2 }; // what OpenSSL takes for each, about

enum SslStateItem { SSL_STATE_LIBRARY, SSL_STATE_RAISER, SSL_STATE_CONTEXT, SSL_STATE_CONNECTION, SSL_STATE_SESSION, SSL_STATE_ITEMS };
static inline Value ssl_state(VM *vm, enum SslStateItem item) { return as_tuple(vm->slots_for_modules[MODULE_SLOT_SSL])->items[item]; }
static inline bool ssl_is(VM *vm, Value v, enum SslStateItem type) { return is_exactly(v, (Type *)as_object(ssl_state(vm, type))); }
static inline Context *as_context(Value v) { return (Context *)as_object(v); }
static inline Connection *as_connection(Value v) { return (Connection *)as_object(v); }
static inline Session *as_session(Value v) { return (Session *)as_object(v); }
OpenSSL *ssl_library(VM *vm);

// What OpenSSL says last; `kind` one of SSL_ERROR_..., 0: not of a connection. Clears its errors.
MAY_RAISE Value ssl_raise(VM *vm, OpenSSL *o, int kind, Value connection);
// str, or None for NULL.
MAY_RAISE Value ssl_text(VM *vm, const char *text);
MAY_RAISE Value ssl_der(VM *vm, OpenSSL *o, X509 *certificate);
MAY_RAISE Value ssl_ciphers(VM *vm, OpenSSL *o, const STACK_OF(SSL_CIPHER) *all, const STACK_OF(SSL_CIPHER) *among);
// An int that a C int holds.
MAY_RAISE bool ssl_int(VM *vm, Value v, int *out);
// Data that stays while scripts run: `*v` becomes bytes.
MAY_RAISE bool ssl_data(VM *vm, Value *v, BytesView *view);
// The connection of an SSL that is at work; NULL: none.
Connection *ssl_running(const OpenSSL *o, const SSL *ssl);
// For SSL_CTX_set_keylog_callback.
void ssl_take_key(const SSL *ssl, const char *line);
MAY_RAISE Value ssl_session_new(VM *vm, Connection *connection);

extern const TypeSpec ssl_context_spec, ssl_connection_spec, ssl_session_spec;
#endif
