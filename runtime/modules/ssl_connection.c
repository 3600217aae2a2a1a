#include "runtime/modules/ssl_library.h"

enum {
    WANTS_READ = -2, // what a step gives that waits for the other side
    WANTS_WRITE = -3,
    READ_MOST = 16384,
    WRITE_MOST = 1 << 17,
    OUT_MOST = 1 << 20, // that may wait to be sent before more is written
    IN_MOST = 1 << 18,
    UNITS_HANDSHAKE = 20000, // of work
};

// Connection(context, is it the server's side, host name or None, packed address or None)
static Value connection_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (count != 4 || keyword_names != VALUE_UNBOUND || !ssl_is(vm, args[0], SSL_STATE_CONTEXT) || !as_context(args[0])->ctx) return raise_type_error(vm, "Connection() takes a context, a side, a name, an address");
    if (!grants_allow(vm, GRANT_RANDOM, "TLS") || !grants_allow(vm, GRANT_CLOCK, "TLS")) return VALUE_ERROR; // keys are drawn, certificates have their time
    OpenSSL *o = as_context(args[0])->o;
    BytesView name = {0}, address = {0};
    if ((args[2] != VALUE_NONE && !bytes_need_view(vm, args[2], &name)) || (args[3] != VALUE_NONE && !bytes_need_view(vm, args[3], &address))) return VALUE_ERROR;
    if (name.size > 255 || (name.size && memchr(name.data, 0, name.size))) return raise_value_error(vm, "embedded null character");
    if (!heap_take_outside(vm->heap, SSL_PAGES_CONNECTION)) return raise_memory_error(vm);
    Connection *c = object_new(vm, type, sizeof *c);
    if (!c) return heap_give_outside(vm->heap, SSL_PAGES_CONNECTION), VALUE_ERROR;
    c->o = ssl_use(o), c->ssl = NULL, c->context = c->first_context = args[0], c->owner = VALUE_NONE, c->is_running = false, c->next_running = NULL, c->header_size = c->body_left = 0;
    if (!gc_register_finalizer(vm, &c->head)) return heap_give_outside(vm->heap, SSL_PAGES_CONNECTION), ssl_leave(o), VALUE_ERROR;
    o->ERR_clear_error();
    c->ssl = o->SSL_new(as_context(args[0])->ctx);
    c->in = c->ssl ? o->BIO_new(o->BIO_s_mem()) : NULL, c->out = c->in ? o->BIO_new(o->BIO_s_mem()) : NULL;
    if (!c->out) return o->BIO_free(c->in), raise_memory_error(vm);
    o->BIO_ctrl(c->in, BIO_C_SET_BUF_MEM_EOF_RETURN, -1, NULL);
    o->BIO_ctrl(c->out, BIO_C_SET_BUF_MEM_EOF_RETURN, -1, NULL);
    o->SSL_set_bio(c->ssl, c->in, c->out);
    o->SSL_set_ex_data(c->ssl, 0, c);
    if (args[1] == VALUE_TRUE) o->SSL_set_accept_state(c->ssl);
    else o->SSL_set_connect_state(c->ssl);
    X509_VERIFY_PARAM *param = o->SSL_get0_param(c->ssl);
    char text[256] = {0};
    if (name.size) memcpy(text, name.data, name.size);
    if (name.size && args[3] == VALUE_NONE && o->SSL_ctrl(c->ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, text) != 1) return ssl_raise(vm, o, 0, VALUE_NONE);
    return param ? from_object(c) : VALUE_ERROR;
}
static void connection_finalize(VM *vm, Object *self) {
    Connection *c = (Connection *)self;
    if (!c->o) return;
    c->o->SSL_free(c->ssl); // with its buffers
    ssl_leave(c->o);
    heap_give_outside(vm->heap, SSL_PAGES_CONNECTION);
    c->ssl = NULL, c->o = NULL;
}
static void connection_trace(VM *vm, Object *self) {
    const Connection *c = (Connection *)self;
    gc_mark(vm, c->context), gc_mark(vm, c->first_context), gc_mark(vm, c->owner);
}
// close(): what it holds is given back at once; it is of no use any more.
static Value connection_close(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!as_connection(args[0])->is_running) connection_finalize(vm, as_object(args[0]));
    return VALUE_NONE;
}
static OpenSSL *need(VM *vm, Value v) {
    Connection *c = as_connection(v);
    if (!c->ssl || c->is_running) return raise_value_error(vm, c->ssl ? "the connection is at work: it is its callback that asks" : "there is no connection"), NULL;
    c->o->ERR_clear_error();
    return c->o;
}
#define CONNECTION(name)                                                                                                \
    static Value connection_##name##_of(VM *vm, Connection *c, OpenSSL *o, Value *args, uint32_t count);               \
    static Value connection_##name(VM *vm, Value *args, uint32_t count) {                                              \
        OpenSSL *o = need(vm, args[0]);                                                                                \
        return o ? connection_##name##_of(vm, as_connection(args[0]), o, args, count) : VALUE_ERROR;                  \
    }                                                                                                                  \
    static Value connection_##name##_of(VM *vm, Connection *c, OpenSSL *o, Value *args, uint32_t count)

// ---- the wire ------------------------------------------------------------------------------------------------------

// wanted() -> how many bytes of a record are still to come, of its header first
CONNECTION(wanted) { return (void)vm, (void)o, (void)args, (void)count, from_small_int(c->header_size < sizeof c->header ? (int64_t)(sizeof c->header - c->header_size) : c->body_left); }
static void note_header(Connection *c) {
    const unsigned char *h = c->header;
    const unsigned old = (unsigned)(h[0] & 0x7f) << 8 | h[1]; // the first message in the form of SSL 2 has its length in front
    if (h[0] & 0x80) c->body_left = old > 3 ? old - 3 : 0;
    else c->body_left = (unsigned)h[3] << 8 | h[4];
    if (!c->body_left) c->header_size = 0;
}
static bool header_is_sound(const Connection *c) { return c->header_size == sizeof c->header && c->header[0] >= SSL3_RT_CHANGE_CIPHER_SPEC && c->header[0] <= SSL3_RT_APPLICATION_DATA && c->header[1] == SSL3_VERSION_MAJOR; }
// feed(data): no more than is wanted -> whether that was a header, behind which the rest of the record is sure to come
CONNECTION(feed) {
    (void)count;
    BytesView view;
    if (!bytes_need_view(vm, args[1], &view)) return VALUE_ERROR;
    const size_t wanted = c->header_size < sizeof c->header ? sizeof c->header - c->header_size : c->body_left;
    if (view.size > wanted || o->BIO_ctrl(c->in, BIO_CTRL_PENDING, 0, NULL) > IN_MOST) return raise_value_error(vm, "more data than wanted");
    if (view.size && o->BIO_write(c->in, view.data, (int)view.size) != (int)view.size) return raise_memory_error(vm);
    const bool is_header = c->header_size < sizeof c->header;
    if (is_header) {
        if (view.size) memcpy(c->header + c->header_size, view.data, view.size);
        c->header_size += (unsigned)view.size;
        if (c->header_size == sizeof c->header) note_header(c);
    } else if ((c->body_left -= (unsigned)view.size) == 0) c->header_size = 0;
    work_done_on_bytes(vm, view.size);
    return from_bool(is_header && header_is_sound(c));
}
CONNECTION(feed_end) { return (void)vm, (void)args, (void)count, o->BIO_ctrl(c->in, BIO_C_SET_BUF_MEM_EOF_RETURN, 0, NULL), VALUE_NONE; }
// output(most) -> what is to be sent
CONNECTION(output) {
    (void)count;
    int most;
    if (!ssl_int(vm, args[1], &most)) return VALUE_ERROR;
    long size = o->BIO_ctrl(c->out, BIO_CTRL_PENDING, 0, NULL);
    if (most >= 0 && size > most) size = most;
    Value data = size > 0 ? bytes_new(vm, NULL, (size_t)size) : vm->empty_bytes;
    if (data == VALUE_ERROR || size <= 0) return data;
    return o->BIO_read(c->out, as_bytes(data)->data, (int)size) == (int)size ? data : raise_memory_error(vm);
}

// ---- what goes through ---------------------------------------------------------------------------------------------

static void run_begin(Connection *c) { c->is_running = true, c->next_running = c->o->running, c->o->running = c; }
static void run_end(Connection *c) {
    Connection **place = &c->o->running;
    while (*place != c) place = &(*place)->next_running; // threads end in any order
    *place = c->next_running;
    c->next_running = NULL, c->is_running = false;
}
// What came of a call that gave no success.
static Value outcome(VM *vm, Connection *c, int result) {
    OpenSSL *o = c->o;
    int error = o->SSL_get_error(c->ssl, result);
    if (error_is_set(vm)) return o->ERR_clear_error(), VALUE_ERROR;
    if (error == SSL_ERROR_WANT_READ) return from_small_int(WANTS_READ);
    if (error == SSL_ERROR_WANT_WRITE) return from_small_int(WANTS_WRITE);
    return ssl_raise(vm, o, error, from_object(c));
}
#define RUN(result, call) (run_begin(c), result = call, run_end(c))
// These give None (or what they are for) at the end, WANTS_READ or WANTS_WRITE before.
CONNECTION(handshake) {
    (void)args, (void)count;
    if (!work(vm, UNITS_HANDSHAKE)) return VALUE_ERROR;
    int result;
    RUN(result, o->SSL_do_handshake(c->ssl));
    return result == 1 && !error_is_set(vm) ? VALUE_NONE : outcome(vm, c, result);
}
// read(most) -> data, empty where the other side has ended it
CONNECTION(read) {
    (void)count;
    int64_t most;
    if (!op_index_int64(vm, args[1], &most, true)) return VALUE_ERROR;
    char data[READ_MOST];
    int result;
    RUN(result, o->SSL_read(c->ssl, data, most < 1 ? 1 : most < READ_MOST ? (int)most : READ_MOST));
    if (result <= 0 && o->SSL_get_error(c->ssl, result) == SSL_ERROR_ZERO_RETURN && o->SSL_get_shutdown(c->ssl) == SSL_RECEIVED_SHUTDOWN) result = 0;
    else if (result <= 0 || error_is_set(vm)) return outcome(vm, c, result);
    return work(vm, (uint64_t)result / 16) ? bytes_new(vm, data, (size_t)result) : VALUE_ERROR;
}
// write(data) -> how much of it was taken
CONNECTION(write) {
    (void)count;
    BytesView view;
    if (!ssl_data(vm, &args[1], &view)) return VALUE_ERROR;
    if (o->BIO_ctrl(c->out, BIO_CTRL_PENDING, 0, NULL) > OUT_MOST) return from_small_int(WANTS_WRITE);
    if (!need(vm, args[0])) return VALUE_ERROR; // a __buffer__ has run
    int result;
    RUN(result, o->SSL_write(c->ssl, view.data, view.size < WRITE_MOST ? (int)view.size : WRITE_MOST));
    if (result <= 0 || error_is_set(vm)) return view.size ? outcome(vm, c, result) : from_small_int(0);
    return work(vm, (uint64_t)result / 16) ? from_small_int(result) : VALUE_ERROR;
}
// shutdown() -> is it over on both sides
CONNECTION(shutdown) {
    (void)args, (void)count;
    int result;
    RUN(result, o->SSL_shutdown(c->ssl));
    return result >= 0 && !error_is_set(vm) ? from_bool(result == 1) : outcome(vm, c, result);
}
CONNECTION(pending) { return (void)vm, (void)args, (void)count, from_small_int(o->SSL_pending(c->ssl)); }
CONNECTION(is_established) { return (void)vm, (void)args, (void)count, from_bool(o->SSL_is_init_finished(c->ssl)); }
CONNECTION(verify_client) {
    (void)args, (void)count;
    int result;
    RUN(result, o->SSL_verify_client_post_handshake(c->ssl));
    return result == 1 && !error_is_set(vm) ? VALUE_NONE : ssl_raise(vm, o, 0, VALUE_NONE);
}

// ---- what is known of it -------------------------------------------------------------------------------------------

// check_host(name or packed address, is it an address): the certificate is to be of that host.
CONNECTION(check_host) {
    (void)count;
    BytesView view;
    if (!bytes_need_view(vm, args[1], &view)) return VALUE_ERROR;
    X509_VERIFY_PARAM *param = o->SSL_get0_param(c->ssl);
    bool is_set = args[2] == VALUE_TRUE ? o->X509_VERIFY_PARAM_set1_ip(param, view.data, view.size) == 1 : o->X509_VERIFY_PARAM_set1_host(param, (const char *)view.data, view.size) == 1;
    return is_set ? VALUE_NONE : ssl_raise(vm, o, 0, VALUE_NONE);
}
CONNECTION(set_owner) { return (void)o, (void)count, gc_store(vm, c, &c->owner, args[1]), VALUE_NONE; }
// set_context(other): in a callback for the name of the server, before the certificate is chosen
static Value connection_set_context(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Connection *c = as_connection(args[0]);
    if (!c->ssl || !ssl_is(vm, args[1], SSL_STATE_CONTEXT) || !as_context(args[1])->ctx) return raise_type_error(vm, "The value must be a SSLContext");
    if (!c->o->SSL_set_SSL_CTX(c->ssl, as_context(args[1])->ctx)) return ssl_raise(vm, c->o, 0, VALUE_NONE);
    // What it was made with goes on to count for callbacks that are at work.
    return gc_store(vm, c, &c->context, args[1]), VALUE_NONE;
}
// allow_post_handshake(is it the server's side): the client may be asked for its certificate later.
CONNECTION(allow_post_handshake) {
    (void)vm, (void)count;
    const int mode = o->SSL_get_verify_mode(c->ssl);
    if (args[1] != VALUE_TRUE) o->SSL_set_post_handshake_auth(c->ssl, 1);
    else if (mode & SSL_VERIFY_PEER) o->SSL_set_verify(c->ssl, mode | SSL_VERIFY_POST_HANDSHAKE, NULL);
    return VALUE_NONE;
}
// certificate() -> DER of the other side's; None: it has shown none
CONNECTION(certificate) {
    (void)args, (void)count;
    X509 *certificate = o->SSL_get1_peer_certificate(c->ssl);
    if (!certificate) return VALUE_NONE;
    Value der = ssl_der(vm, o, certificate);
    return o->X509_free(certificate), der;
}
CONNECTION(verify_mode) { return (void)vm, (void)args, (void)count, from_small_int(o->SSL_get_verify_mode(c->ssl)); }
CONNECTION(cipher) {
    (void)args, (void)count;
    const SSL_CIPHER *cipher = o->SSL_get_current_cipher(c->ssl);
    if (!cipher) return VALUE_NONE;
    Value name = ssl_text(vm, o->SSL_CIPHER_get_name(cipher)), version = name == VALUE_ERROR ? name : ssl_text(vm, o->SSL_CIPHER_get_version(cipher));
    return version == VALUE_ERROR ? version : tuple_pack(vm, 3, name, version, from_small_int(o->SSL_CIPHER_get_bits(cipher, NULL)));
}
// shared_ciphers() -> those of the client's that the server has, too; None where that is not known
CONNECTION(shared_ciphers) {
    (void)args, (void)count;
    const STACK_OF(SSL_CIPHER) *theirs = o->SSL_get_client_ciphers(c->ssl), *own = theirs ? o->SSL_get_ciphers(c->ssl) : NULL;
    return own ? ssl_ciphers(vm, o, own, theirs) : VALUE_NONE;
}
CONNECTION(version) { return (void)args, (void)count, o->SSL_is_init_finished(c->ssl) ? ssl_text(vm, o->SSL_get_version(c->ssl)) : VALUE_NONE; }
CONNECTION(protocol) {
    (void)args, (void)count;
    const unsigned char *name;
    unsigned size;
    o->SSL_get0_alpn_selected(c->ssl, &name, &size);
    return name ? bytes_new(vm, name, size) : VALUE_NONE;
}
// finished(is it of the server's side) -> what "tls-unique" is: the first Finished message; None: there is none
CONNECTION(finished) {
    (void)count;
    unsigned char data[EVP_MAX_MD_SIZE];
    const bool is_own = (o->SSL_session_reused(c->ssl) == 1) == (args[1] == VALUE_TRUE);
    size_t size = is_own ? o->SSL_get_finished(c->ssl, data, sizeof data) : o->SSL_get_peer_finished(c->ssl, data, sizeof data);
    return size && size <= sizeof data ? bytes_new(vm, data, size) : VALUE_NONE;
}
CONNECTION(session) { return (void)o, (void)args, (void)count, ssl_session_new(vm, c); }
// set_session(session of the same context, before the handshake)
CONNECTION(set_session) {
    (void)count;
    if (!ssl_is(vm, args[1], SSL_STATE_SESSION) || !as_session(args[1])->session) return raise_type_error(vm, "Value is not a SSLSession.");
    if (as_session(args[1])->context != c->first_context) return raise_value_error(vm, "Session refers to a different SSLContext.");
    if (o->SSL_is_server(c->ssl)) return raise_value_error(vm, "Cannot set session for server-side SSLSocket.");
    if (o->SSL_is_init_finished(c->ssl)) return raise_value_error(vm, "Cannot set session after handshake.");
    return o->SSL_set_session(c->ssl, as_session(args[1])->session) == 1 ? VALUE_NONE : ssl_raise(vm, o, 0, VALUE_NONE);
}
CONNECTION(session_reused) { return (void)vm, (void)args, (void)count, from_bool(o->SSL_session_reused(c->ssl) == 1); }

#define PLAIN(name, arguments) {#name, {connection_##name}, arguments, arguments, 0, NULL, DOC(NULL)}
static const NativeDef connection_methods[] = {
    PLAIN(wanted, 0), PLAIN(close, 0), PLAIN(feed, 1), PLAIN(feed_end, 0), PLAIN(output, 1), PLAIN(handshake, 0), PLAIN(read, 1), PLAIN(write, 1), PLAIN(shutdown, 0), PLAIN(pending, 0),
    PLAIN(is_established, 0), PLAIN(verify_client, 0), PLAIN(check_host, 2), PLAIN(set_owner, 1), PLAIN(set_context, 1), PLAIN(allow_post_handshake, 1), PLAIN(certificate, 0),
    PLAIN(verify_mode, 0), PLAIN(cipher, 0), PLAIN(shared_ciphers, 0), PLAIN(version, 0), PLAIN(protocol, 0), PLAIN(finished, 1), PLAIN(session, 0), PLAIN(set_session, 1),
    PLAIN(session_reused, 0), {0},
};
const TypeSpec ssl_connection_spec = {.name = "_ssl.Connection", .layout = LAYOUT_OTHER, .size = sizeof(Connection), .flags = TYPE_FINAL | TYPE_HAS_FINALIZER, .slots = SLOTS(SLOT(construct, connection_construct), SLOT(trace, connection_trace), SLOT(finalize, connection_finalize)), .methods = connection_methods};
