#include "runtime/modules/ssl_library.h"
#include "runtime/modules/system_path.h"
#include "runtime/objects/float.h"
#include <dlfcn.h>
#include <stdlib.h>

// ---- the library ---------------------------------------------------------------------------------------------------

OpenSSL *ssl_use(OpenSSL *o) { return o->users++, o; }
void ssl_leave(OpenSSL *o) {
    if (o && --o->users == 0) free(o);
}
// NULL: `*lacking` is not there.
static OpenSSL *library_open(VM *vm, const char **lacking) {
    void *crypto = dlopen(*lacking = "libcrypto.so.3", RTLD_LAZY | RTLD_LOCAL), *ssl = crypto ? dlopen(*lacking = "libssl.so.3", RTLD_LAZY | RTLD_LOCAL) : NULL;
    OpenSSL *o = ssl ? malloc(sizeof *o) : NULL;
    bool is_whole = o != NULL;
    // They stay open: what they leave to the end of the process must find them.
#define F(name) is_whole = is_whole && (*lacking = #name, *(void **)&o->name = dlsym(ssl, #name)) != NULL;
    SSL_FUNCTIONS(F)
#undef F
#define F(name) is_whole = is_whole && (*lacking = #name, *(void **)&o->name = dlsym(crypto, #name)) != NULL;
    CRYPTO_FUNCTIONS(F)
#undef F
    if (!is_whole) return free(o), NULL;
    o->users = 1, o->running = NULL;
    o->OPENSSL_init_ssl(vm->grants ? OPENSSL_INIT_NO_LOAD_CONFIG : 0, NULL); // its configuration is a file, which the environment may name
    return o;
}
typedef struct Library {
    Object head;
    OpenSSL *o;
} Library;
static void library_finalize(VM *vm, Object *self) {
    (void)vm;
    ssl_leave(((Library *)self)->o);
    ((Library *)self)->o = NULL;
}
static const TypeSpec library_spec = {.name = "_ssl.Library", .layout = LAYOUT_OTHER, .size = sizeof(Library), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE | TYPE_HAS_FINALIZER, .slots = SLOTS(SLOT(finalize, library_finalize))};
OpenSSL *ssl_library(VM *vm) { return ((Library *)as_object(ssl_state(vm, SSL_STATE_LIBRARY)))->o; }

Connection *ssl_running(const OpenSSL *o, const SSL *ssl) {
    Connection *c = o->running;
    while (c && c->ssl != ssl) c = c->next_running;
    return c;
}

// OpenSSL tells this callback nothing but the connection, and what asks that for its owner is found anew: nothing is kept outside of VMs.
void ssl_take_key(const SSL *ssl, const char *line) {
    void *library = dlopen("libssl.so.3", RTLD_LAZY | RTLD_LOCAL | RTLD_NOLOAD);
    __typeof__(SSL_get_ex_data) *get = library ? (__typeof__(SSL_get_ex_data) *)dlsym(library, "SSL_get_ex_data") : NULL;
    const Connection *c = get ? get(ssl, 0) : NULL;
    if (library) dlclose(library); // it is counted
    if (!c) return;
    const Context *context = as_context(c->context);
    VM *vm = context->vm;
    if (context->on_key == VALUE_NONE || error_is_set(vm)) return;
    const Value text = ssl_text(vm, line);
    if (text == VALUE_ERROR || call_value(vm, context->on_key, &text, 1) == VALUE_ERROR) sys_report_unraisable(vm, c->context);
}

// ---- values and errors ---------------------------------------------------------------------------------------------

Value ssl_text(VM *vm, const char *text) { return text ? system_text(vm, text) : VALUE_NONE; }
bool ssl_int(VM *vm, Value v, int *out) { return system_int(vm, v, 0, out); }
bool ssl_data(VM *vm, Value *v, BytesView *view) {
    if (!bytes_need_view(vm, *v, view)) return false;
    if (is_bytes(*v)) return true;
    Value copy = bytes_new(vm, view->data, view->size);
    if (copy == VALUE_ERROR) return false;
    *v = copy;
    *view = (BytesView){as_bytes(copy)->data, as_bytes(copy)->size};
    return true;
}
// raiser(kind, number of the reason, of the library, text or None, is the reason one of all libraries, code of the verification, its text, owner of the connection)
Value ssl_raise(VM *vm, OpenSSL *o, int kind, Value connection) {
    unsigned long error = o->ERR_peek_last_error();
    if (error_is_set(vm)) return o->ERR_clear_error(), VALUE_ERROR; // what a callback has raised
    Value reason = ssl_text(vm, error ? o->ERR_reason_error_string(error) : NULL);
    if (reason != VALUE_ERROR) {
        long verified = connection == VALUE_NONE ? X509_V_OK : o->SSL_get_verify_result(as_connection(connection)->ssl);
        Value words = ssl_text(vm, verified == X509_V_OK ? NULL : o->X509_verify_cert_error_string(verified));
        const Value arguments[] = {from_small_int(kind), from_small_int(ERR_GET_REASON(error)), from_small_int(ERR_GET_LIB(error)), reason,
                                   from_bool((ERR_GET_REASON(error) & ERR_RFLAG_COMMON) != 0), from_small_int(verified), words,
                                   connection == VALUE_NONE ? VALUE_NONE : as_connection(connection)->owner};
        if (words == VALUE_ERROR) (void)0;
        else if (ssl_state(vm, SSL_STATE_RAISER) == VALUE_NONE) raise_error(vm, vm->types.OSError, "[SSL] %S", reason);
        else if (call_value(vm, ssl_state(vm, SSL_STATE_RAISER), arguments, 8) != VALUE_ERROR) raise_error(vm, vm->types.OSError, "[SSL] %S", reason);
    }
    o->ERR_clear_error();
    return VALUE_ERROR;
}
Value ssl_der(VM *vm, OpenSSL *o, X509 *certificate) {
    unsigned char *data = NULL;
    int size = o->i2d_X509(certificate, &data);
    if (size < 0) return ssl_raise(vm, o, 0, VALUE_NONE);
    Value der = bytes_new(vm, data, (size_t)size);
    o->CRYPTO_free(data, __FILE__, __LINE__);
    return der;
}
// [(id, name, protocol, description, bits, bits of the algorithm, is it authenticated, cipher, digest, key exchange, authentication), ...] of those that stand in `among`, too.
Value ssl_ciphers(VM *vm, OpenSSL *o, const STACK_OF(SSL_CIPHER) *all, const STACK_OF(SSL_CIPHER) *among) {
    const OPENSSL_STACK *stack = (const OPENSSL_STACK *)all;
    Value list = list_new(vm, NULL, 0);
    for (int i = 0; list != VALUE_ERROR && i < o->OPENSSL_sk_num(stack); i++) {
        const SSL_CIPHER *cipher = o->OPENSSL_sk_value(stack, i);
        bool is_wanted = !among;
        for (int j = 0; among && !is_wanted && j < o->OPENSSL_sk_num((const OPENSSL_STACK *)among); j++) is_wanted = o->OPENSSL_sk_value((const OPENSSL_STACK *)among, j) == cipher;
        if (!is_wanted) continue;
        char words[256];
        int bits, algorithm_bits;
        bits = o->SSL_CIPHER_get_bits(cipher, &algorithm_bits);
        const int nids[] = {o->SSL_CIPHER_get_cipher_nid(cipher), o->SSL_CIPHER_get_digest_nid(cipher), o->SSL_CIPHER_get_kx_nid(cipher), o->SSL_CIPHER_get_auth_nid(cipher)};
        Value row = tuple_new(vm, NULL, 11);
        if (row == VALUE_ERROR || !list_append(vm, as_list(list), row)) list = VALUE_ERROR;
        if (list == VALUE_ERROR) break;
        Value *items = as_tuple(row)->items;
        items[0] = from_small_int(o->SSL_CIPHER_get_id(cipher)), items[4] = from_small_int(bits), items[5] = from_small_int(algorithm_bits), items[6] = from_bool(o->SSL_CIPHER_is_aead(cipher));
        const char *texts[] = {o->SSL_CIPHER_get_name(cipher), o->SSL_CIPHER_get_version(cipher), o->SSL_CIPHER_description(cipher, words, sizeof words)};
        for (int j = 0; j < 3 && list != VALUE_ERROR; j++) {
            Value text = ssl_text(vm, texts[j]);
            if (text == VALUE_ERROR) list = VALUE_ERROR;
            else items[j + 1] = text;
        }
        for (int j = 0; j < 4 && list != VALUE_ERROR; j++) {
            Value text = ssl_text(vm, nids[j] == NID_undef ? NULL : o->OBJ_nid2ln(nids[j]));
            if (text == VALUE_ERROR) list = VALUE_ERROR;
            else items[j + 7] = text;
        }
    }
    return list;
}

// ---- functions of the module ---------------------------------------------------------------------------------------

static Value ssl_set_raiser(VM *vm, Value *args, uint32_t count) {
    (void)count;
    gc_store(vm, as_object(vm->slots_for_modules[MODULE_SLOT_SSL]), &as_tuple(vm->slots_for_modules[MODULE_SLOT_SSL])->items[SSL_STATE_RAISER], args[0]);
    return VALUE_NONE;
}
static Value object_record(VM *vm, OpenSSL *o, const ASN1_OBJECT *object) {
    char oid[128];
    int nid = o->OBJ_obj2nid(object);
    o->OBJ_obj2txt(oid, sizeof oid, object, 1);
    Value texts[3] = {ssl_text(vm, nid == NID_undef ? NULL : o->OBJ_nid2sn(nid)), VALUE_ERROR, VALUE_ERROR};
    if (texts[0] != VALUE_ERROR) texts[1] = ssl_text(vm, nid == NID_undef ? NULL : o->OBJ_nid2ln(nid));
    if (texts[1] != VALUE_ERROR) texts[2] = ssl_text(vm, oid);
    return texts[2] == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 4, from_small_int(nid), texts[0], texts[1], texts[2]);
}
// txt2obj(text, may it be a name) -> (number, short name, long name, OID)
static Value ssl_txt2obj(VM *vm, Value *args, uint32_t count) {
    (void)count;
    OpenSSL *o = ssl_library(vm);
    if (!is_str(args[0])) return raise_type_error(vm, "txt2obj() argument 'txt' must be str, not %T", args[0]);
    ASN1_OBJECT *object = as_str(args[0])->size > 256 ? NULL : o->OBJ_txt2obj(as_str(args[0])->text, args[1] != VALUE_TRUE);
    if (!object) return o->ERR_clear_error(), raise_value_error(vm, "unknown object '%.100S'", args[0]);
    Value record = object_record(vm, o, object);
    o->ASN1_OBJECT_free(object);
    return record;
}
static Value ssl_nid2obj(VM *vm, Value *args, uint32_t count) {
    (void)count;
    OpenSSL *o = ssl_library(vm);
    int nid;
    if (!ssl_int(vm, args[0], &nid)) return VALUE_ERROR;
    if (nid < 0) return raise_value_error(vm, "NID must be positive.");
    const ASN1_OBJECT *object = o->OBJ_nid2obj(nid);
    if (!object) return o->ERR_clear_error(), raise_value_error(vm, "unknown NID %d", nid);
    return object_record(vm, o, object);
}
NATIVE_THAT_NEEDS(RANDOM, ssl_RAND_bytes, "ssl.RAND_bytes") {
    (void)count;
    OpenSSL *o = ssl_library(vm);
    int size;
    if (!ssl_int(vm, args[0], &size)) return VALUE_ERROR;
    if (size < 0) return raise_value_error(vm, "num must be positive");
    Value result = bytes_new(vm, NULL, (size_t)size);
    if (result == VALUE_ERROR) return result;
    for (int at = 0; at < size; at += 65536) {
        int part = size - at < 65536 ? size - at : 65536;
        if (o->RAND_bytes(as_bytes(result)->data + at, part) != 1) return ssl_raise(vm, o, 0, VALUE_NONE);
        if (!work(vm, (uint64_t)part / 16)) return VALUE_ERROR;
    }
    return result;
}
NATIVE_THAT_NEEDS(RANDOM, ssl_RAND_add, "ssl.RAND_add") {
    (void)count;
    BytesView view;
    double entropy;
    if (is_str(args[0])) view = (BytesView){(const unsigned char *)as_str(args[0])->text, as_str(args[0])->size};
    else if (!bytes_need_view(vm, args[0], &view)) return VALUE_ERROR;
    if (!number_to_double(vm, args[1], &entropy)) return VALUE_ERROR;
    for (size_t at = 0; at < view.size; at += 65536) ssl_library(vm)->RAND_add(view.data + at, (int)(view.size - at < 65536 ? view.size - at : 65536), entropy >= 0 && entropy < 1e6 ? entropy : 0);
    return VALUE_NONE;
}
NATIVE_THAT_NEEDS(RANDOM, ssl_RAND_status, "ssl.RAND_status") { return (void)args, (void)count, from_bool(ssl_library(vm)->RAND_status() == 1); }
// default_paths() -> (variable for a file, file, variable for a folder, folder)
static Value ssl_default_paths(VM *vm, Value *args, uint32_t count) {
    (void)args, (void)count;
    const OpenSSL *o = ssl_library(vm);
    const char *texts[] = {o->X509_get_default_cert_file_env(), o->X509_get_default_cert_file(), o->X509_get_default_cert_dir_env(), o->X509_get_default_cert_dir()};
    Value record = tuple_new(vm, NULL, 4);
    for (int i = 0; i < 4 && record != VALUE_ERROR; i++) {
        Value text = ssl_text(vm, texts[i]);
        if (text == VALUE_ERROR) record = VALUE_ERROR;
        else as_tuple(record)->items[i] = text;
    }
    return record;
}

static bool add_types(VM *vm, Dict *space, Value items) {
    static const struct {
        const TypeSpec *spec;
        enum SslStateItem item;
        const char *name;
    } types[] = {{&ssl_context_spec, SSL_STATE_CONTEXT, "Context"}, {&ssl_connection_spec, SSL_STATE_CONNECTION, "Connection"}, {&ssl_session_spec, SSL_STATE_SESSION, "SSLSession"}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        Type *type = type_new_from_spec(vm, types[i].spec, vm->types.object);
        if (!type) return false;
        gc_store(vm, as_object(items), &as_tuple(items)->items[types[i].item], from_object(type));
        if (!system_set(vm, space, types[i].name, from_object(type))) return false;
    }
    return true;
}
static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value items = tuple_new(vm, NULL, SSL_STATE_ITEMS);
    if (items == VALUE_ERROR) return false;
    for (int i = 0; i < SSL_STATE_ITEMS; i++) as_tuple(items)->items[i] = VALUE_NONE;
    vm->slots_for_modules[MODULE_SLOT_SSL] = items;
    Type *type = type_new_from_spec(vm, &library_spec, vm->types.object);
    Library *library = type ? object_new(vm, type, sizeof *library) : NULL;
    if (!library) return false;
    library->o = NULL;
    if (!gc_register_finalizer(vm, &library->head)) return false;
    gc_store(vm, as_object(items), &as_tuple(items)->items[SSL_STATE_LIBRARY], from_object(library));
    const char *lacking;
    if (!(library->o = library_open(vm, &lacking))) return raise_error(vm, vm->types.ImportError, "ssl needs OpenSSL 3 (the package libssl3): there is no %s", lacking), false;
    const OpenSSL *o = library->o;
    return system_set(vm, space, "OPENSSL_VERSION", ssl_text(vm, o->OpenSSL_version(OPENSSL_VERSION))) && system_set(vm, space, "OPENSSL_VERSION_NUMBER", from_small_int((int64_t)o->OpenSSL_version_num())) && add_types(vm, space, items);
}
static const NativeDef functions[] = {
    {"set_raiser", {ssl_set_raiser}, 1, 1, 0, NULL, DOC(NULL)},
    {"txt2obj", {ssl_txt2obj}, 2, 2, 0, NULL, DOC(NULL)},
    {"nid2obj", {ssl_nid2obj}, 1, 1, 0, NULL, DOC(NULL)},
    {"RAND_bytes", {ssl_RAND_bytes}, 1, 1, 0, NULL, DOC("Generate n cryptographically strong pseudo-random bytes.")},
    {"RAND_add", {ssl_RAND_add}, 2, 2, 0, NULL, DOC("Mix string into the OpenSSL PRNG state.")},
    {"RAND_status", {ssl_RAND_status}, 0, 0, 0, NULL, DOC("Returns True if the OpenSSL PRNG has been seeded with enough data and False if not.")},
    {"default_paths", {ssl_default_paths}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef ssl_module = {"_ssl", functions, initialize};
