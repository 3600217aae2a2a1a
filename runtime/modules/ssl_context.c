#define _GNU_SOURCE // memmem
#include "runtime/modules/ssl_library.h"
#include "runtime/type.h"
#include <stdlib.h>

enum { KEY_SIZE_MOST = 1 << 20, SESSIONS_MOST = 64 };

// What OpenSSL keeps for it counts within the limit of memory.
static bool count_bytes(VM *vm, Context *c, size_t bytes) {
    size_t pages = bytes / HEAP_PAGE + 1;
    if (!heap_take_outside(vm->heap, pages)) return raise_memory_error(vm), false;
    return c->pages += pages, true;
}
static BIO *memory_of(VM *vm, OpenSSL *o, BytesView view) {
    BIO *memory = view.size > INT32_MAX ? NULL : o->BIO_new_mem_buf(view.data, (int)view.size);
    if (!memory) raise_memory_error(vm);
    return memory;
}

// ---- callbacks -----------------------------------------------------------------------------------------------------

static bool add_from(VM *vm, Context *c, BIO *memory, int *certificates, int *lists, int depth);

// Certificates of those who may have signed this one, and what they have revoked.
static void look_for_issuer(Context *c, X509 *certificate, int depth) {
    VM *vm = c->vm;
    OpenSSL *o = c->o;
    enum { DEPTH_MOST = 10 };
    if (depth > DEPTH_MOST || c->lookup == VALUE_NONE || error_is_set(vm)) return;
    const Value hash = from_small_int((int64_t)(uint32_t)o->X509_NAME_hash_ex(o->X509_get_issuer_name(certificate), NULL, NULL, NULL));
    Value found = call_value(vm, c->lookup, &hash, 1);
    BytesView view;
    if (found == VALUE_ERROR || !is_bytes(found)) return error_clear(vm); // what cannot be read is not there
    ROOT_SCOPE(vm);
    root_push(vm, found);
    view = (BytesView){as_bytes(found)->data, as_bytes(found)->size};
    BIO *memory = view.size ? memory_of(vm, o, view) : NULL;
    int certificates = 0, lists = 0;
    if (memory) {
        add_from(vm, c, memory, &certificates, &lists, depth + 1);
        o->BIO_free(memory);
    }
    error_clear(vm);
    ROOT_END(vm);
}
static int verify(X509_STORE_CTX *store, void *context) {
    Context *c = context;
    OpenSSL *o = c->o;
    const OPENSSL_STACK *given = (const OPENSSL_STACK *)o->X509_STORE_CTX_get0_untrusted(store);
    X509 *own = o->X509_STORE_CTX_get0_cert(store);
    if (own) look_for_issuer(c, own, 0);
    for (int i = 0; given && i < o->OPENSSL_sk_num(given) && i < 32; i++)
        if (o->OPENSSL_sk_value(given, i) != own) look_for_issuer(c, o->OPENSSL_sk_value(given, i), 0);
    return o->X509_verify_cert(store);
}
static int select_protocol(SSL *ssl, const unsigned char **out, unsigned char *out_size, const unsigned char *in, unsigned in_size, void *context) {
    (void)ssl;
    const Context *c = context;
    unsigned char *selected = NULL;
    int result = c->protocols ? c->o->SSL_select_next_proto(&selected, out_size, c->protocols, c->protocols_size, in, in_size) : OPENSSL_NPN_NO_OVERLAP;
    *out = selected;
    return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}
// on_server_name(owner of the connection, name or None) -> None, or the number of an alert
static int take_server_name(SSL *ssl, int *alert, void *context) {
    Context *c = context;
    VM *vm = c->vm;
    Connection *connection = ssl_running(c->o, ssl);
    if (c->on_server_name == VALUE_NONE || !connection || error_is_set(vm)) return SSL_TLSEXT_ERR_OK;
    Value function = c->on_server_name, arguments[] = {connection->owner, ssl_text(vm, c->o->SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name))};
    Value answer = arguments[1] == VALUE_ERROR ? VALUE_ERROR : call_value(vm, function, arguments, 2);
    int64_t number = SSL_AD_HANDSHAKE_FAILURE;
    if (answer == VALUE_NONE) return SSL_TLSEXT_ERR_OK;
    if (answer == VALUE_ERROR) sys_report_unraisable(vm, function);
    else if (!op_index_int64(vm, answer, &number, true)) {
        number = SSL_AD_INTERNAL_ERROR;
        sys_report_unraisable(vm, answer);
    }
    *alert = (int)(number & 255);
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}
typedef struct Password {
    VM *vm;
    Value function;
} Password;
static int give_password(char *buffer, int room, int is_writing, void *data) {
    const Password *password = data;
    VM *vm = password->vm;
    BytesView view;
    (void)is_writing;
    if (error_is_set(vm)) return -1;
    Value answer = call_value(vm, password->function, NULL, 0);
    if (answer == VALUE_ERROR || !bytes_need_view(vm, answer, &view)) return -1;
    if (view.size > (size_t)room) return raise_value_error(vm, "password cannot be longer than %d bytes", room), -1;
    memcpy(buffer, view.data, view.size);
    return (int)view.size;
}

// ---- contexts ------------------------------------------------------------------------------------------------------

static Value context_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    OpenSSL *o = ssl_library(vm);
    int role;
    if (count != 1 || keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "Context() takes a role");
    if (!ssl_int(vm, args[0], &role)) return VALUE_ERROR;
    Context *c = object_new(vm, type, sizeof *c);
    if (!c) return VALUE_ERROR;
    c->vm = vm, c->o = NULL, c->ctx = NULL, c->pages = 0, c->lookup = c->on_server_name = c->on_key = VALUE_NONE, c->protocols = NULL, c->protocols_size = 0;
    if (!gc_register_finalizer(vm, &c->head) || !count_bytes(vm, c, SSL_PAGES_CONTEXT * HEAP_PAGE)) return VALUE_ERROR;
    c->o = ssl_use(o);
    c->ctx = o->SSL_CTX_new(role < 0 ? o->TLS_client_method() : role > 0 ? o->TLS_server_method() : o->TLS_method());
    if (!c->ctx) return ssl_raise(vm, o, 0, VALUE_NONE);
    o->SSL_CTX_ctrl(c->ctx, SSL_CTRL_MODE, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_AUTO_RETRY, NULL);
    if (vm->config.heap_limit) o->SSL_CTX_ctrl(c->ctx, SSL_CTRL_SET_SESS_CACHE_SIZE, SESSIONS_MOST, NULL);
    o->SSL_CTX_set_session_id_context(c->ctx, (const unsigned char *)"Typhon", 6);
    o->SSL_CTX_set_cert_verify_callback(c->ctx, verify, c);
    o->X509_VERIFY_PARAM_set_hostflags(o->SSL_CTX_get0_param(c->ctx), X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    o->X509_VERIFY_PARAM_set_flags(o->SSL_CTX_get0_param(c->ctx), X509_V_FLAG_TRUSTED_FIRST);
    return from_object(c);
}
static void context_finalize(VM *vm, Object *self) {
    Context *c = (Context *)self;
    if (c->ctx) c->o->SSL_CTX_free(c->ctx);
    ssl_leave(c->o);
    free(c->protocols);
    heap_give_outside(vm->heap, c->pages);
    c->o = NULL, c->ctx = NULL, c->protocols = NULL, c->pages = 0;
}
static void context_trace(VM *vm, Object *self) {
    gc_mark(vm, ((Context *)self)->lookup);
    gc_mark(vm, ((Context *)self)->on_server_name);
    gc_mark(vm, ((Context *)self)->on_key);
}
// NULL: raised: it could not be made.
static OpenSSL *need(VM *vm, Value v) {
    if (!as_context(v)->ctx) return raise_value_error(vm, "there is no context"), NULL;
    as_context(v)->o->ERR_clear_error();
    return as_context(v)->o;
}
#define CONTEXT(name)                                                                                                   \
    static Value context_##name##_of(VM *vm, Context *c, OpenSSL *o, Value *args, uint32_t count);                     \
    static Value context_##name(VM *vm, Value *args, uint32_t count) {                                                 \
        OpenSSL *o = need(vm, args[0]);                                                                                \
        return o ? context_##name##_of(vm, as_context(args[0]), o, args, count) : VALUE_ERROR;                         \
    }                                                                                                                  \
    static Value context_##name##_of(VM *vm, Context *c, OpenSSL *o, Value *args, uint32_t count)

CONTEXT(get_options) { return (void)vm, (void)args, (void)count, from_small_int((int64_t)o->SSL_CTX_get_options(c->ctx)); }
CONTEXT(set_options) {
    (void)count;
    int64_t wanted;
    if (!op_index_int64(vm, args[1], &wanted, false)) return VALUE_ERROR;
    const uint64_t had = o->SSL_CTX_get_options(c->ctx);
    o->SSL_CTX_clear_options(c->ctx, had & ~(uint64_t)wanted);
    o->SSL_CTX_set_options(c->ctx, ~had & (uint64_t)wanted);
    return VALUE_NONE;
}
// version(is it the most, wanted or None) -> the one that holds; False: OpenSSL does not take it. 0: no limit.
CONTEXT(version) {
    (void)count;
    int wanted;
    const bool is_most = args[1] == VALUE_TRUE;
    if (args[2] == VALUE_NONE) return from_small_int(o->SSL_CTX_ctrl(c->ctx, is_most ? SSL_CTRL_GET_MAX_PROTO_VERSION : SSL_CTRL_GET_MIN_PROTO_VERSION, 0, NULL));
    if (!ssl_int(vm, args[2], &wanted)) return VALUE_ERROR;
    return from_bool(o->SSL_CTX_ctrl(c->ctx, is_most ? SSL_CTRL_SET_MAX_PROTO_VERSION : SSL_CTRL_SET_MIN_PROTO_VERSION, wanted, NULL) == 1);
}
CONTEXT(get_verify_mode) { return (void)vm, (void)args, (void)count, from_small_int(o->SSL_CTX_get_verify_mode(c->ctx)); }
CONTEXT(set_verify_mode) {
    (void)count;
    int mode;
    if (!ssl_int(vm, args[1], &mode)) return VALUE_ERROR;
    return o->SSL_CTX_set_verify(c->ctx, mode & (SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT), NULL), VALUE_NONE;
}
CONTEXT(get_verify_flags) { return (void)vm, (void)args, (void)count, from_small_int((int64_t)o->X509_VERIFY_PARAM_get_flags(o->SSL_CTX_get0_param(c->ctx))); }
CONTEXT(set_verify_flags) {
    (void)count;
    int64_t wanted;
    if (!op_index_int64(vm, args[1], &wanted, false)) return VALUE_ERROR;
    X509_VERIFY_PARAM *param = o->SSL_CTX_get0_param(c->ctx);
    const unsigned long had = o->X509_VERIFY_PARAM_get_flags(param);
    if (!o->X509_VERIFY_PARAM_clear_flags(param, had & ~(unsigned long)wanted) || !o->X509_VERIFY_PARAM_set_flags(param, ~had & (unsigned long)wanted)) return ssl_raise(vm, o, 0, VALUE_NONE);
    return VALUE_NONE;
}
// Whether the common name of a certificate without names of hosts counts as one.
CONTEXT(set_common_name) {
    (void)vm, (void)count;
    o->X509_VERIFY_PARAM_set_hostflags(o->SSL_CTX_get0_param(c->ctx), X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | (args[1] == VALUE_TRUE ? 0 : X509_CHECK_FLAG_NEVER_CHECK_SUBJECT));
    return VALUE_NONE;
}
CONTEXT(set_ciphers) {
    (void)count;
    if (!is_str(args[1])) return raise_type_error(vm, "set_ciphers() argument must be str, not %T", args[1]);
    bool is_set = as_str(args[1])->size < 65536 && o->SSL_CTX_set_cipher_list(c->ctx, as_str(args[1])->text) == 1;
    return o->ERR_clear_error(), from_bool(is_set);
}
CONTEXT(get_ciphers) {
    (void)args, (void)count;
    SSL *ssl = o->SSL_new(c->ctx);
    if (!ssl) return ssl_raise(vm, o, 0, VALUE_NONE);
    Value list = ssl_ciphers(vm, o, o->SSL_get_ciphers(ssl), NULL);
    return o->SSL_free(ssl), list;
}
// set_protocols(as on the wire: each with its length before it)
CONTEXT(set_protocols) {
    (void)count;
    BytesView view;
    if (!bytes_need_view(vm, args[1], &view)) return VALUE_ERROR;
    if (view.size > 65535) return raise_value_error(vm, "too many protocols");
    unsigned char *copy = malloc(view.size + 1);
    if (!copy || o->SSL_CTX_set_alpn_protos(c->ctx, view.data, (unsigned)view.size) != 0) return free(copy), raise_memory_error(vm);
    memcpy(copy, view.data, view.size);
    free(c->protocols);
    c->protocols = copy, c->protocols_size = (unsigned)view.size;
    return o->SSL_CTX_set_alpn_select_cb(c->ctx, select_protocol, c), VALUE_NONE;
}
CONTEXT(set_server_name) {
    (void)count;
    gc_store(vm, c, &c->on_server_name, args[1]);
    o->SSL_CTX_callback_ctrl(c->ctx, SSL_CTRL_SET_TLSEXT_SERVERNAME_CB, args[1] == VALUE_NONE ? NULL : (void (*)(void))take_server_name);
    o->SSL_CTX_ctrl(c->ctx, SSL_CTRL_SET_TLSEXT_SERVERNAME_ARG, 0, c);
    return VALUE_NONE;
}
CONTEXT(set_key_log) {
    (void)count;
    gc_store(vm, c, &c->on_key, args[1]);
    return o->SSL_CTX_set_keylog_callback(c->ctx, args[1] == VALUE_NONE ? NULL : ssl_take_key), VALUE_NONE;
}
CONTEXT(set_lookup) { return (void)count, (void)o, gc_store(vm, c, &c->lookup, args[1]), VALUE_NONE; }

// ---- certificates and keys -----------------------------------------------------------------------------------------

static bool add_certificate(VM *vm, Context *c, X509 *certificate, int depth) {
    if (!count_bytes(vm, c, HEAP_PAGE) || !work(vm, 500)) return false;
    OpenSSL *o = c->o;
    bool is_added = o->X509_STORE_add_cert(o->SSL_CTX_get_cert_store(c->ctx), certificate) == 1; // one that is there already is no error
    if (!is_added) ssl_raise(vm, o, 0, VALUE_NONE);
    else if (depth && o->X509_NAME_cmp(o->X509_get_issuer_name(certificate), o->X509_get_subject_name(certificate)) != 0) look_for_issuer(c, certificate, depth);
    return is_added;
}
// What a text in PEM has of certificates and lists of revoked ones. False: raised.
static bool add_from(VM *vm, Context *c, BIO *memory, int *certificates, int *lists, int depth) {
    OpenSSL *o = c->o;
    OPENSSL_STACK *all = (OPENSSL_STACK *)o->PEM_X509_INFO_read_bio(memory, NULL, NULL, NULL);
    bool is_good = true;
    for (int i = 0; all && i < o->OPENSSL_sk_num(all); i++) {
        X509_INFO *info = o->OPENSSL_sk_value(all, i);
        if (is_good && info->x509) is_good = add_certificate(vm, c, info->x509, depth), *certificates += 1;
        if (is_good && info->crl) is_good = count_bytes(vm, c, 4 * HEAP_PAGE) && (o->X509_STORE_add_crl(o->SSL_CTX_get_cert_store(c->ctx), info->crl) == 1 || (ssl_raise(vm, o, 0, VALUE_NONE), false)), *lists += 1;
        o->X509_INFO_free(info);
    }
    if (all) o->OPENSSL_sk_free(all);
    return is_good;
}
// add(data, is it PEM) -> how many certificates and lists it has
CONTEXT(add) {
    (void)count;
    BytesView view;
    if (!ssl_data(vm, &args[1], &view)) return VALUE_ERROR;
    BIO *memory = memory_of(vm, o, view);
    int certificates = 0, lists = 0;
    bool is_good = memory != NULL;
    if (is_good && args[2] == VALUE_TRUE) is_good = add_from(vm, c, memory, &certificates, &lists, 0);
    else
        for (X509 *certificate; is_good && (certificate = o->d2i_X509_bio(memory, NULL));) {
            is_good = add_certificate(vm, c, certificate, 0), certificates++;
            o->X509_free(certificate);
        }
    if (memory) o->BIO_free(memory);
    o->ERR_clear_error();
    return is_good ? from_small_int(certificates + lists) : VALUE_ERROR;
}
static bool is_encrypted(BytesView key) { return memmem(key.data, key.size, "ENCRYPTED", 9) != NULL; }
// use_certificate(certificate and those that lead to its root, in PEM)
CONTEXT(use_certificate) {
    (void)count;
    BytesView view;
    if (!ssl_data(vm, &args[1], &view)) return VALUE_ERROR;
    if (!count_bytes(vm, c, view.size)) return VALUE_ERROR;
    BIO *memory = memory_of(vm, o, view);
    if (!memory) return VALUE_ERROR;
    X509 *certificate = o->PEM_read_bio_X509_AUX(memory, NULL, NULL, NULL);
    bool is_good = certificate && o->SSL_CTX_use_certificate(c->ctx, certificate) == 1;
    bool is_read = certificate != NULL;
    o->X509_free(certificate);
    if (is_good) {
        o->SSL_CTX_ctrl(c->ctx, SSL_CTRL_CHAIN, 0, NULL);
        while (is_good && (certificate = o->PEM_read_bio_X509(memory, NULL, NULL, NULL)))
            if (o->SSL_CTX_ctrl(c->ctx, SSL_CTRL_CHAIN_CERT, 0, certificate) != 1) o->X509_free(certificate), is_good = false;
        if (is_good) o->ERR_clear_error(); // the end of the text
    }
    o->BIO_free(memory);
    return is_good ? VALUE_NONE : is_read ? ssl_raise(vm, o, 0, VALUE_NONE) : (o->ERR_clear_error(), VALUE_FALSE);
}
// use_key(key in PEM, password() -> bytes): False: it has none
CONTEXT(use_key) {
    (void)count;
    BytesView view;
    if (!ssl_data(vm, &args[1], &view)) return VALUE_ERROR;
    if (view.size > KEY_SIZE_MOST) return raise_value_error(vm, "the key is too large");
    if (vm->grants && is_encrypted(view) && !grants_allow(vm, GRANT_PROCESS, "a key under a password")) return VALUE_ERROR; // which says itself how long that takes
    BIO *memory = memory_of(vm, o, view);
    if (!memory) return VALUE_ERROR;
    Password password = {vm, args[2]};
    EVP_PKEY *key = o->PEM_read_bio_PrivateKey(memory, NULL, give_password, &password);
    bool is_read = key != NULL, is_good = is_read && o->SSL_CTX_use_PrivateKey(c->ctx, key) == 1 && o->SSL_CTX_check_private_key(c->ctx) == 1;
    o->EVP_PKEY_free(key);
    o->BIO_free(memory);
    if (is_good || error_is_set(vm)) return o->ERR_clear_error(), error_is_set(vm) ? VALUE_ERROR : VALUE_NONE;
    return is_read ? ssl_raise(vm, o, 0, VALUE_NONE) : (o->ERR_clear_error(), VALUE_FALSE);
}
// use_dh(parameters in PEM): False: it has none
CONTEXT(use_dh) {
    (void)count;
    BytesView view;
    if (!ssl_data(vm, &args[1], &view)) return VALUE_ERROR;
    BIO *memory = memory_of(vm, o, view);
    if (!memory) return VALUE_ERROR;
    EVP_PKEY *parameters = o->PEM_read_bio_Parameters(memory, NULL);
    o->BIO_free(memory);
    if (!parameters) return o->ERR_clear_error(), VALUE_FALSE;
    if (o->SSL_CTX_set0_tmp_dh_pkey(c->ctx, parameters) != 1) return ssl_raise(vm, o, 0, VALUE_NONE);
    return VALUE_NONE;
}
// use_curve(name): False: there is none of that name
CONTEXT(use_curve) {
    (void)count;
    if (!is_str(args[1])) return raise_type_error(vm, "expected str, bytes or bytearray, not %T", args[1]);
    int nid = o->OBJ_sn2nid(as_str(args[1])->text);
    if (nid == NID_undef) return o->ERR_clear_error(), VALUE_FALSE;
    return o->SSL_CTX_ctrl(c->ctx, SSL_CTRL_SET_GROUPS, 1, &nid) == 1 ? VALUE_NONE : ssl_raise(vm, o, 0, VALUE_NONE);
}
// certificates() -> [(DER, or None for a list of revoked ones, may it sign), ...]
CONTEXT(certificates) {
    (void)args, (void)count;
    const OPENSSL_STACK *all = (const OPENSSL_STACK *)o->X509_STORE_get0_objects(o->SSL_CTX_get_cert_store(c->ctx));
    Value list = list_new(vm, NULL, 0);
    for (int i = 0; list != VALUE_ERROR && i < o->OPENSSL_sk_num(all); i++) {
        const X509_OBJECT *object = o->OPENSSL_sk_value(all, i);
        X509 *certificate = o->X509_OBJECT_get_type(object) == X509_LU_X509 ? o->X509_OBJECT_get0_X509(object) : NULL;
        Value der = certificate ? ssl_der(vm, o, certificate) : VALUE_NONE;
        Value pair = der == VALUE_ERROR ? der : tuple_pack(vm, 2, der, from_bool(certificate && o->X509_check_ca(certificate)));
        if (pair == VALUE_ERROR || !list_append(vm, as_list(list), pair)) list = VALUE_ERROR;
    }
    return list;
}
// store_stats() -> (certificates, lists, certificates that may sign)
CONTEXT(store_stats) {
    (void)args, (void)count;
    const OPENSSL_STACK *all = (const OPENSSL_STACK *)o->X509_STORE_get0_objects(o->SSL_CTX_get_cert_store(c->ctx));
    int certificates = 0, lists = 0, signers = 0;
    for (int i = 0; i < o->OPENSSL_sk_num(all); i++) {
        const X509_OBJECT *object = o->OPENSSL_sk_value(all, i);
        X509_LOOKUP_TYPE type = o->X509_OBJECT_get_type(object);
        if (type == X509_LU_X509) certificates++, signers += o->X509_check_ca(o->X509_OBJECT_get0_X509(object)) != 0;
        lists += type == X509_LU_CRL;
    }
    return tuple_pack(vm, 3, from_small_int(certificates), from_small_int(lists), from_small_int(signers));
}

// ---- sessions ------------------------------------------------------------------------------------------------------

CONTEXT(get_tickets) { return (void)vm, (void)args, (void)count, from_small_int((int64_t)o->SSL_CTX_get_num_tickets(c->ctx)); }
CONTEXT(set_tickets) {
    (void)count;
    int wanted;
    if (!ssl_int(vm, args[1], &wanted)) return VALUE_ERROR;
    return from_bool(wanted <= 256 && o->SSL_CTX_set_num_tickets(c->ctx, (size_t)wanted) == 1);
}
CONTEXT(security_level) { return (void)vm, (void)args, (void)count, from_small_int(o->SSL_CTX_get_security_level(c->ctx)); }
CONTEXT(set_post_handshake) { return (void)vm, (void)count, o->SSL_CTX_set_post_handshake_auth(c->ctx, args[1] == VALUE_TRUE), VALUE_NONE; }
CONTEXT(session_stats) {
    (void)args, (void)count;
    static const int of[] = {SSL_CTRL_SESS_NUMBER, SSL_CTRL_SESS_CONNECT, SSL_CTRL_SESS_CONNECT_GOOD, SSL_CTRL_SESS_CONNECT_RENEGOTIATE, SSL_CTRL_SESS_ACCEPT, SSL_CTRL_SESS_ACCEPT_GOOD,
                             SSL_CTRL_SESS_ACCEPT_RENEGOTIATE, SSL_CTRL_SESS_HIT, SSL_CTRL_SESS_MISSES, SSL_CTRL_SESS_TIMEOUTS, SSL_CTRL_SESS_CACHE_FULL};
    enum { KINDS = sizeof of / sizeof *of };
    Value numbers[KINDS];
    for (size_t i = 0; i < KINDS; i++) numbers[i] = from_small_int(o->SSL_CTX_ctrl(c->ctx, of[i], 0, NULL));
    return tuple_new(vm, numbers, KINDS);
}

Value ssl_session_new(VM *vm, Connection *connection) {
    OpenSSL *o = connection->o;
    SSL_SESSION *session = o->SSL_get1_session(connection->ssl);
    if (!session) return VALUE_NONE;
    if (!heap_take_outside(vm->heap, SSL_PAGES_SESSION)) return o->SSL_SESSION_free(session), raise_memory_error(vm);
    Session *s = object_new(vm, (Type *)as_object(ssl_state(vm, SSL_STATE_SESSION)), sizeof *s);
    if (!s) return heap_give_outside(vm->heap, SSL_PAGES_SESSION), o->SSL_SESSION_free(session), VALUE_ERROR;
    s->o = ssl_use(o), s->session = session, s->context = connection->first_context;
    return gc_register_finalizer(vm, &s->head) ? from_object(s) : VALUE_ERROR;
}
static void session_finalize(VM *vm, Object *self) {
    Session *s = (Session *)self;
    if (!s->session) return;
    s->o->SSL_SESSION_free(s->session);
    ssl_leave(s->o);
    heap_give_outside(vm->heap, SSL_PAGES_SESSION);
    s->session = NULL, s->o = NULL;
}
static void session_trace(VM *vm, Object *self) { gc_mark(vm, ((Session *)self)->context); }
static Value session_id(VM *vm, Value self) {
    unsigned size;
    const unsigned char *id = as_session(self)->o->SSL_SESSION_get_id(as_session(self)->session, &size);
    return bytes_new(vm, id, size);
}
static Value session_time(VM *vm, Value self) { return (void)vm, from_small_int(as_session(self)->o->SSL_SESSION_get_time(as_session(self)->session)); }
static Value session_timeout(VM *vm, Value self) { return (void)vm, from_small_int(as_session(self)->o->SSL_SESSION_get_timeout(as_session(self)->session)); }
static Value session_has_ticket(VM *vm, Value self) { return (void)vm, from_bool(as_session(self)->o->SSL_SESSION_has_ticket(as_session(self)->session)); }
static Value session_lifetime(VM *vm, Value self) { return (void)vm, from_small_int((int64_t)as_session(self)->o->SSL_SESSION_get_ticket_lifetime_hint(as_session(self)->session)); }
static Value session_compare(VM *vm, Value a, Value b, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !ssl_is(vm, b, SSL_STATE_SESSION)) return VALUE_NOT_IMPLEMENTED;
    unsigned size_a, size_b;
    const unsigned char *id_a = as_session(a)->o->SSL_SESSION_get_id(as_session(a)->session, &size_a), *id_b = as_session(b)->o->SSL_SESSION_get_id(as_session(b)->session, &size_b);
    return from_bool((size_a == size_b && memcmp(id_a, id_b, size_a) == 0) == (op == COMPARE_EQ));
}

// ---- types ---------------------------------------------------------------------------------------------------------

#define PLAIN(name, arguments) {#name, {context_##name}, arguments, arguments, 0, NULL, DOC(NULL)}
static const NativeDef context_methods[] = {
    PLAIN(get_options, 0), PLAIN(set_options, 1), PLAIN(version, 2), PLAIN(get_verify_mode, 0), PLAIN(set_verify_mode, 1), PLAIN(get_verify_flags, 0), PLAIN(set_verify_flags, 1),
    PLAIN(set_common_name, 1), PLAIN(set_ciphers, 1), PLAIN(get_ciphers, 0), PLAIN(set_protocols, 1), PLAIN(set_server_name, 1), PLAIN(set_lookup, 1), PLAIN(set_key_log, 1), PLAIN(add, 2),
    PLAIN(use_certificate, 1), PLAIN(use_key, 2), PLAIN(use_dh, 1), PLAIN(use_curve, 1), PLAIN(certificates, 0), PLAIN(store_stats, 0), PLAIN(get_tickets, 0), PLAIN(set_tickets, 1),
    PLAIN(security_level, 0), PLAIN(set_post_handshake, 1), PLAIN(session_stats, 0), {0},
};
static const GetSetDef session_getset[] = {
    {"id", session_id, NULL},
    {"time", session_time, NULL},
    {"timeout", session_timeout, NULL},
    {"has_ticket", session_has_ticket, NULL},
    {"ticket_lifetime_hint", session_lifetime, NULL},
    {0},
};
const TypeSpec ssl_context_spec = {.name = "_ssl.Context", .layout = LAYOUT_OTHER, .size = sizeof(Context), .flags = TYPE_FINAL | TYPE_HAS_FINALIZER, .slots = SLOTS(SLOT(construct, context_construct), SLOT(trace, context_trace), SLOT(finalize, context_finalize)), .methods = context_methods};
const TypeSpec ssl_session_spec = {.name = "_ssl.SSLSession", .layout = LAYOUT_OTHER, .size = sizeof(Session), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE | TYPE_HAS_FINALIZER, .slots = SLOTS(SLOT(compare, session_compare), SLOT(hash, slot_hash_not_implemented), SLOT(trace, session_trace), SLOT(finalize, session_finalize)), .getset = session_getset};
