// _hashlib: hash objects, and PBKDF2 (library reference, "hashlib"). The functions themselves are in hash_functions.c.
#include "runtime/modules/hash_functions.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

typedef struct Hash {
    Object head;
    HashState state;
} Hash;
static Hash *as_hash(Value v) { return (Hash *)as_object(v); }
static bool is_shake(const HashState *state) { return !state->function->digest_size; }

static bool need_data(VM *vm, Value v, BytesView *view) {
    if (is_str(v)) return raise_type_error(vm, "Strings must be encoded before hashing"), false;
    if (bytes_view(v, &view->data, &view->size)) return true;
    return raise_type_error(vm, "object supporting the buffer API required"), false;
}

static Value hash_make(VM *vm, Type *type, const HashState *state) {
    Hash *hash = object_new(vm, type, sizeof *hash);
    if (!hash) return VALUE_ERROR;
    hash->state = *state;
    return from_object(hash);
}

// The types: of most, and BLAKE2's two, which scripts know as such.
enum { TYPE_OF_MOST, TYPE_OF_BLAKE2B, TYPE_OF_BLAKE2S, TYPE_COUNT };
static Value hash_new(VM *vm, const HashState *state) {
    const char *name = state->function->name;
    unsigned number = !strcmp(name, "blake2b") ? TYPE_OF_BLAKE2B : !strcmp(name, "blake2s") ? TYPE_OF_BLAKE2S : TYPE_OF_MOST;
    return hash_make(vm, (Type *)as_object(as_tuple(vm->slots_for_modules[MODULE_SLOT_HASHLIB])->items[number]), state);
}

static Value hash_of(VM *vm, const HashFunction *function, Value data) {
    HashState state;
    BytesView view;
    hash_start(&state, function);
    if (data != VALUE_UNBOUND) {
        if (!need_data(vm, data, &view)) return VALUE_ERROR;
        work_done(vm, view.size / 4);
        hash_update(&state, view.data, view.size);
    }
    return hash_new(vm, &state);
}

// ---- methods -----------------------------------------------------------------------------------------------------

static Value method_update(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView view;
    if (!need_data(vm, args[1], &view)) return VALUE_ERROR;
    work_done(vm, view.size / 4);
    hash_update(&as_hash(args[0])->state, view.data, view.size);
    return VALUE_NONE;
}

// The digest as bytes: of SHAKE as long as wanted.
static Value digest(VM *vm, Value *args) {
    const HashState *state = &as_hash(args[0])->state;
    int64_t size = state->digest_size;
    if (is_shake(state)) {
        if (args[1] == VALUE_UNBOUND) return raise_type_error(vm, "digest() missing required argument 'length' (pos 1)");
        if (!op_index_int64(vm, args[1], &size, false)) return VALUE_ERROR;
        if (size < 0) return raise_value_error(vm, "value must be positive");
        if (size >= 1 << 29) return raise_value_error(vm, "length is too large");
    } else if (args[1] != VALUE_UNBOUND) {
        return raise_type_error(vm, "HASH.digest() takes no arguments (1 given)");
    }
    Value result = bytes_new(vm, NULL, (size_t)size);
    if (result != VALUE_ERROR) hash_finish(*state, as_bytes(result)->data, (size_t)size);
    return result;
}
static Value method_digest(VM *vm, Value *args, uint32_t count) { return (void)count, digest(vm, args); }
static Value method_hexdigest(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value bytes = digest(vm, args);
    return bytes == VALUE_ERROR ? VALUE_ERROR : bytes_hex(vm, view_of(bytes), 0, false, 1);
}
static Value method_copy(VM *vm, Value *args, uint32_t count) { return (void)count, hash_make(vm, value_type(vm, args[0]), &as_hash(args[0])->state); }

static Value get_name(VM *vm, Value self) { return str_from_cstring(vm, as_hash(self)->state.function->name); }
static Value get_digest_size(VM *vm, Value self) { return (void)vm, from_small_int(as_hash(self)->state.digest_size); }
static Value get_block_size(VM *vm, Value self) { return (void)vm, from_small_int(as_hash(self)->state.function->block_size); }
static Value hash_repr(VM *vm, Value self) { return str_from_format(vm, "<%s %T object @ %A>", as_hash(self)->state.function->name, self, self); }

static const NativeDef hash_methods[] = {
    {"update", {method_update}, 1, 1, 0, NULL, DOC("Update this hash object's state with the provided string.")},
    {"digest", {method_digest}, 0, 1, 0, "length", DOC("Return the digest value as a bytes object.")},
    {"hexdigest", {method_hexdigest}, 0, 1, 0, "length", DOC("Return the digest value as a string of hexadecimal digits.")},
    {"copy", {method_copy}, 0, 0, 0, NULL, DOC("Return a copy of the hash object.")},
    {0},
};
static const GetSetDef hash_getset[] = {{"name", get_name, NULL}, {"digest_size", get_digest_size, NULL}, {"block_size", get_block_size, NULL}, {0}};
static const TypeSpec hash_spec = {
    .name = "_hashlib.HASH",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Hash),
    .flags = TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(repr, hash_repr)),
    .methods = hash_methods,
    .getset = hash_getset,
    .doc = TYPE_DOC("A hash is an object used to calculate a checksum of a string of information."),
};

// ---- constructors ------------------------------------------------------------------------------------------------

#define CONSTRUCTOR(function)                                                                                                    \
    static Value new_##function(VM *vm, Value *args, uint32_t count) { return (void)count, hash_of(vm, hash_function_named(#function), args[0]); }
CONSTRUCTOR(md5)
CONSTRUCTOR(sha1)
CONSTRUCTOR(sha224)
CONSTRUCTOR(sha256)
CONSTRUCTOR(sha384)
CONSTRUCTOR(sha512)
CONSTRUCTOR(sha3_224)
CONSTRUCTOR(sha3_256)
CONSTRUCTOR(sha3_384)
CONSTRUCTOR(sha3_512)
CONSTRUCTOR(shake_128)
CONSTRUCTOR(shake_256)

enum BlakeParameter { BLAKE_DATA, BLAKE_DIGEST_SIZE, BLAKE_KEY, BLAKE_SALT, BLAKE_PERSON, BLAKE_FANOUT, BLAKE_DEPTH, BLAKE_LEAF_SIZE, BLAKE_NODE_OFFSET, BLAKE_NODE_DEPTH, BLAKE_INNER_SIZE, BLAKE_LAST_NODE, BLAKE_USED_FOR_SECURITY, BLAKE_COUNT };

static bool blake_number(VM *vm, Value v, int64_t otherwise, int64_t low, int64_t high, const char *message, int64_t *out) {
    *out = otherwise;
    if (v != VALUE_UNBOUND && !op_index_int64(vm, v, out, false)) return false;
    return (*out >= low && *out <= high) || (raise_value_error(vm, message, (ptrdiff_t)high), false);
}
static bool blake_bytes(VM *vm, Value v, size_t most, const char *message, unsigned char *out, size_t *size) {
    BytesView view;
    if (v == VALUE_UNBOUND) return true;
    if (!bytes_need_view(vm, v, &view)) return false;
    if (view.size > most) return raise_value_error(vm, message, most), false;
    memcpy(out, view.data, view.size);
    if (size) *size = view.size;
    return true;
}

// The parameter block of RFC 7693 (2.5); blake2b's fields are twice as wide in places.
static bool blake_parameters(VM *vm, const Value *args, bool is_long, unsigned char *block, unsigned char *key, size_t *key_size, int64_t *digest_size) {
    const size_t most = is_long ? 64 : 32, salt = is_long ? 16 : 8;
    int64_t fanout, depth, leaf, offset, node_depth, inner;
    if (!blake_number(vm, args[BLAKE_DIGEST_SIZE], (int64_t)most, 1, (int64_t)most, "digest_size must be between 1 and %zd bytes", digest_size)) return false;
    if (!blake_bytes(vm, args[BLAKE_SALT], salt, "maximum salt length is %zu bytes", block + (is_long ? 32 : 16), NULL)) return false;
    if (!blake_bytes(vm, args[BLAKE_PERSON], salt, "maximum person length is %zu bytes", block + (is_long ? 48 : 24), NULL)) return false;
    if (!blake_number(vm, args[BLAKE_FANOUT], 1, 0, 255, "fanout must be between 0 and %zd", &fanout)) return false;
    if (!blake_number(vm, args[BLAKE_DEPTH], 1, 1, 255, "depth must be between 1 and %zd", &depth)) return false;
    if (!blake_number(vm, args[BLAKE_LEAF_SIZE], 0, 0, UINT32_MAX, "leaf_size is too large", &leaf)) return false;
    if (!blake_number(vm, args[BLAKE_NODE_OFFSET], 0, 0, is_long ? INT64_MAX : ((int64_t)1 << 48) - 1, "node_offset is too large", &offset)) return false;
    if (!blake_number(vm, args[BLAKE_NODE_DEPTH], 0, 0, 255, "node_depth must be between 0 and %zd", &node_depth)) return false;
    if (!blake_number(vm, args[BLAKE_INNER_SIZE], 0, 0, (int64_t)most, "inner_size must be between 0 and is %zd", &inner)) return false;
    if (!blake_bytes(vm, args[BLAKE_KEY], most, "maximum key length is %zu bytes", key, key_size)) return false;
    block[0] = (unsigned char)*digest_size, block[1] = (unsigned char)*key_size, block[2] = (unsigned char)fanout, block[3] = (unsigned char)depth;
    for (int i = 0; i < 4; i++) block[4 + i] = (unsigned char)(leaf >> 8 * i);
    for (int i = 0; i < (is_long ? 8 : 6); i++) block[8 + i] = (unsigned char)(offset >> 8 * i);
    block[is_long ? 16 : 14] = (unsigned char)node_depth, block[is_long ? 17 : 15] = (unsigned char)inner;
    return true;
}

static Value blake_construct(VM *vm, Type *type, const Value *args, bool is_long) {
    unsigned char block[64] = {0}, key[128] = {0};
    size_t key_size = 0;
    int64_t digest_size;
    BytesView view;
    HashState state;
    int last_node = args[BLAKE_LAST_NODE] == VALUE_UNBOUND ? 0 : op_truth(vm, args[BLAKE_LAST_NODE]);
    if (last_node < 0 || !blake_parameters(vm, args, is_long, block, key, &key_size, &digest_size)) return VALUE_ERROR;
    hash_start_blake2(&state, hash_function_named(is_long ? "blake2b" : "blake2s"), block, (uint32_t)digest_size);
    state.is_last_node = (uint8_t)last_node;
    if (key_size) hash_update(&state, key, is_long ? 128 : 64);
    if (args[BLAKE_DATA] != VALUE_UNBOUND) {
        if (!need_data(vm, args[BLAKE_DATA], &view)) return VALUE_ERROR;
        hash_update(&state, view.data, view.size);
    }
    return hash_make(vm, type, &state);
}
#define BLAKE "data / * digest_size key salt person fanout depth leaf_size node_offset node_depth inner_size last_node usedforsecurity"
static Value blake2b_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[BLAKE_COUNT];
    return bind_arguments(vm, "blake2b", BLAKE, 0, 1, args, count, keyword_names, given) ? blake_construct(vm, type, given, true) : VALUE_ERROR;
}
static Value blake2s_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[BLAKE_COUNT];
    return bind_arguments(vm, "blake2s", BLAKE, 0, 1, args, count, keyword_names, given) ? blake_construct(vm, type, given, false) : VALUE_ERROR;
}
static const TypeSpec blake2b_spec = {
    .name = "_blake2.blake2b",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Hash),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(construct, blake2b_construct)),
    .doc = TYPE_DOC("Return a new BLAKE2b hash object."),
};
static const TypeSpec blake2s_spec = {
    .name = "_blake2.blake2s",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Hash),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(construct, blake2s_construct)),
    .doc = TYPE_DOC("Return a new BLAKE2s hash object."),
};

static const HashFunction *function_argument(VM *vm, Value name) {
    if (!is_str(name)) return raise_type_error(vm, "name must be a string"), NULL;
    char text[32] = "";
    for (size_t i = 0; i < as_str(name)->size && i < sizeof text - 1; i++) {
        char c = as_str(name)->text[i];
        text[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '-' ? '_' : c;
    }
    const char *plain = strncmp(text, "sha_", 4) == 0 ? NULL : text; // "sha-256" is sha256, "sha3-256" sha3_256
    char joined[32];
    if (!plain) snprintf(joined, sizeof joined, "sha%s", text + 4);
    const HashFunction *function = hash_function_named(plain ? plain : joined);
    if (!function) raise_value_error(vm, "unsupported hash type %S", name);
    return function;
}
static Value new_by_name(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const HashFunction *function = function_argument(vm, args[0]);
    return function ? hash_of(vm, function, args[1]) : VALUE_ERROR;
}

// ---- PBKDF2 (RFC 8018) with HMAC (RFC 2104) ------------------------------------------------------------------------

typedef struct Hmac {
    HashState inner, outer; // after the key
} Hmac;

static void hmac_start(Hmac *hmac, const HashFunction *function, BytesView key) {
    unsigned char block[200] = {0}, pad[200];
    HashState state;
    if (key.size > function->block_size) {
        hash_start(&state, function);
        hash_update(&state, key.data, key.size);
        hash_finish(state, block, function->digest_size);
    } else {
        memcpy(block, key.data, key.size);
    }
    hash_start(&hmac->inner, function), hash_start(&hmac->outer, function);
    for (uint32_t i = 0; i < function->block_size; i++) pad[i] = block[i] ^ 0x36;
    hash_update(&hmac->inner, pad, function->block_size);
    for (uint32_t i = 0; i < function->block_size; i++) pad[i] = block[i] ^ 0x5c;
    hash_update(&hmac->outer, pad, function->block_size);
}
static void hmac_finish(const Hmac *hmac, HashState inner, unsigned char *digest) {
    size_t size = inner.digest_size;
    HashState outer = hmac->outer;
    hash_finish(inner, digest, size);
    hash_update(&outer, digest, size);
    hash_finish(outer, digest, size);
}

enum { WORK_OF_HASH = 100, WORK_OF_WORD = 2 };
// `salted`: hmac->inner after the salt. Handlers of signals run in here, so nothing is read from objects.
static bool pbkdf2_block(VM *vm, const Hmac *hmac, const HashState *salted, uint32_t number, int64_t iterations, unsigned char *out) {
    unsigned char u[64], counter[4] = {(unsigned char)(number >> 24), (unsigned char)(number >> 16), (unsigned char)(number >> 8), (unsigned char)number};
    size_t size = hmac->inner.digest_size;
    HashState state = *salted;
    hash_update(&state, counter, 4);
    hmac_finish(hmac, state, u);
    memcpy(out, u, size);
    for (int64_t i = 1; i < iterations; i++) {
        if (!work(vm, WORK_OF_HASH)) return false;
        state = hmac->inner;
        hash_update(&state, u, size);
        hmac_finish(hmac, state, u);
        for (size_t j = 0; j < size; j++) out[j] ^= u[j];
    }
    return true;
}

static Value pbkdf2_hmac(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView password, salt;
    int64_t iterations, size;
    const HashFunction *function = function_argument(vm, args[0]);
    if (!function) return VALUE_ERROR;
    if (!function->digest_size) return raise_value_error(vm, "unsupported hash type");
    if (!op_index_int64(vm, args[3], &iterations, false)) return VALUE_ERROR;
    size = function->digest_size;
    if (args[4] != VALUE_UNBOUND && args[4] != VALUE_NONE && !op_index_int64(vm, args[4], &size, false)) return VALUE_ERROR;
    if (iterations < 1) return raise_value_error(vm, "iteration value must be greater than 0.");
    if (size < 1) return raise_value_error(vm, "key length must be greater than 0.");
    if (size > INT32_MAX) return raise_overflow_error(vm, "key length is too great.");
    if (!bytes_need_view(vm, args[1], &password) || !bytes_need_view(vm, args[2], &salt)) return VALUE_ERROR;
    Value result = bytes_new(vm, NULL, (size_t)size);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    Hmac hmac;
    hmac_start(&hmac, function, password);
    HashState salted = hmac.inner;
    hash_update(&salted, salt.data, salt.size);
    ROOT_SCOPE(vm);
    root_push(vm, result);
    for (size_t at = 0, number = 1; at < (size_t)size; number++) {
        unsigned char block[64];
        size_t part = (size_t)size - at < function->digest_size ? (size_t)size - at : function->digest_size;
        if (!pbkdf2_block(vm, &hmac, &salted, (uint32_t)number, iterations, block)) {
            result = VALUE_ERROR;
            break;
        }
        memcpy(as_bytes(result)->data + at, block, part);
        at += part;
    }
    ROOT_END(vm);
    return result;
}

// ---- scrypt (RFC 7914); limits and words are OpenSSL's ----------------------------------------------------------------

// PBKDF2 of one iteration.
static void pbkdf2_once(const Hmac *hmac, BytesView salt, unsigned char *out, size_t size) {
    size_t digest_size = hmac->inner.digest_size;
    for (size_t at = 0, number = 1; at < size; number++) {
        unsigned char counter[4] = {(unsigned char)(number >> 24), (unsigned char)(number >> 16), (unsigned char)(number >> 8), (unsigned char)number};
        unsigned char block[64];
        HashState state = hmac->inner;
        hash_update(&state, salt.data, salt.size);
        hash_update(&state, counter, 4);
        hmac_finish(hmac, state, block);
        size_t part = size - at < digest_size ? size - at : digest_size;
        memcpy(out + at, block, part);
        at += part;
    }
}

#define ROTATE(x, by) ((x) << (by) | (x) >> (32 - (by)))

static void salsa20_8(uint32_t block[16]) {
    uint32_t x[16];
    memcpy(x, block, sizeof x);
    for (int round = 0; round < 8; round++) {
        // Four quarter rounds: down the columns, then along the rows of the 4 by 4 words, beginning on the diagonal.
        for (int i = 0; i < 4; i++) {
            uint32_t *word[4];
            for (int j = 0; j < 4; j++) word[j] = &x[round % 2 == 0 ? (i + j) % 4 * 4 + i : i * 4 + (i + j) % 4];
            *word[1] ^= ROTATE(*word[0] + *word[3], 7);
            *word[2] ^= ROTATE(*word[1] + *word[0], 9);
            *word[3] ^= ROTATE(*word[2] + *word[1], 13);
            *word[0] ^= ROTATE(*word[3] + *word[2], 18);
        }
    }
    for (int i = 0; i < 16; i++) block[i] += x[i];
}

// 2r blocks of 16 words from `in` to `out`: even ones come first.
static void scrypt_block_mix(const uint32_t *in, uint32_t *out, size_t r) {
    uint32_t x[16];
    memcpy(x, in + (2 * r - 1) * 16, sizeof x);
    for (size_t i = 0; i < 2 * r; i++) {
        for (int j = 0; j < 16; j++) x[j] ^= in[i * 16 + j];
        salsa20_8(x);
        memcpy(out + (i / 2 + i % 2 * r) * 16, x, sizeof x);
    }
}

// `block`: 128 r bytes, mixed in place; `table`: n + 2 times as many.
static bool scrypt_mix(VM *vm, unsigned char *block, uint32_t *table, size_t r, uint64_t n) {
    size_t words = 32 * r;
    uint32_t *x = table + n * words, *y = x + words;
    for (size_t i = 0; i < words; i++) {
        const unsigned char *b = block + 4 * i;
        x[i] = b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
    }
    for (uint64_t i = 0; i < n; i++) {
        if (!work(vm, words * WORK_OF_WORD)) return false;
        memcpy(table + i * words, x, words * 4);
        scrypt_block_mix(table + i * words, x, r);
    }
    for (uint64_t i = 0; i < n; i++) {
        if (!work(vm, words * WORK_OF_WORD)) return false;
        const uint32_t *last = x + (2 * r - 1) * 16, *chosen = table + (last[0] & (n - 1)) * words;
        for (size_t j = 0; j < words; j++) y[j] = x[j] ^ chosen[j];
        scrypt_block_mix(y, x, r);
    }
    for (size_t i = 0; i < words; i++) {
        for (int j = 0; j < 4; j++) block[4 * i + (size_t)j] = (unsigned char)(x[i] >> 8 * j);
    }
    return true;
}

static bool scrypt_number(VM *vm, Value v, const char *name, uint64_t *out) {
    int64_t number;
    if (v != VALUE_UNBOUND && !is_int(v)) return raise_type_error(vm, "scrypt() argument '%s' must be int, not %s", name, v == VALUE_NONE ? "None" : type_name_of(vm, v)), false;
    if (v == VALUE_UNBOUND || !int_to_int64(v, &number) || number < 0) return raise_type_error(vm, "%s is required and must be an unsigned int", name), false;
    *out = (uint64_t)number;
    return true;
}

static bool scrypt_fits(VM *vm, uint64_t n, uint64_t r, uint64_t p, uint64_t limit) {
    if (!r || !p) return raise_value_error(vm, "Invalid parameter combination for n, r, p, maxmem."), false;
    uint64_t blocks, table;
    bool fits = p <= ((1u << 30) - 1) / r && (16 * r >= 64 || n < (uint64_t)1 << 16 * r);
    fits = fits && !__builtin_mul_overflow(128 * r, p, &blocks) && !__builtin_mul_overflow(128 * r, n + 2, &table) && blocks + table <= limit && table <= limit;
    return fits || (raise_value_error(vm, "[digital envelope routines] memory limit exceeded"), false);
}

// scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64)
static Value scrypt(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView password, salt;
    uint64_t n, r, p;
    int64_t limit = 0, size = 64;
    if (!bytes_need_view(vm, args[0], &password)) return VALUE_ERROR;
    if (args[1] == VALUE_UNBOUND) return raise_type_error(vm, "salt is required");
    if (!bytes_need_view(vm, args[1], &salt) || !scrypt_number(vm, args[2], "n", &n)) return VALUE_ERROR;
    if (n < 2 || (n & (n - 1))) return raise_value_error(vm, "n must be a power of 2.");
    if (!scrypt_number(vm, args[3], "r", &r) || !scrypt_number(vm, args[4], "p", &p)) return VALUE_ERROR;
    if (args[5] != VALUE_UNBOUND && !op_index_int64(vm, args[5], &limit, false)) return VALUE_ERROR;
    if (limit < 0 || limit > INT32_MAX) return raise_value_error(vm, "maxmem must be positive and smaller than %d", INT32_MAX);
    if (args[6] != VALUE_UNBOUND && !op_index_int64(vm, args[6], &size, false)) return VALUE_ERROR;
    if (size < 1 || size > INT32_MAX) return raise_value_error(vm, "dklen must be greater than 0 and smaller than %d", INT32_MAX);
    if (!scrypt_fits(vm, n, r, p, limit ? (uint64_t)limit : 32 << 20)) return VALUE_ERROR;
    // The blocks and the table are objects, so that the heap's limit holds for them.
    Value result = bytes_new(vm, NULL, (size_t)size);
    Value blocks = result == VALUE_ERROR ? result : bytes_new(vm, NULL, 128 * r * p);
    Value table = blocks == VALUE_ERROR ? blocks : bytes_new(vm, NULL, 128 * r * (n + 2) + 4);
    if (table == VALUE_ERROR) return VALUE_ERROR;
    unsigned char *data = as_bytes(blocks)->data;
    uint32_t *words = (uint32_t *)(void *)(as_bytes(table)->data + (-(uintptr_t)as_bytes(table)->data & 3));
    Hmac hmac;
    hmac_start(&hmac, hash_function_named("sha256"), password);
    pbkdf2_once(&hmac, salt, data, 128 * r * p);
    ROOT_SCOPE(vm);
    root_push(vm, result), root_push(vm, blocks), root_push(vm, table);
    bool mixed = true;
    for (uint64_t i = 0; mixed && i < p; i++) mixed = scrypt_mix(vm, data + 128 * r * i, words, r, n);
    ROOT_END(vm);
    if (!mixed) return VALUE_ERROR;
    pbkdf2_once(&hmac, (BytesView){data, 128 * r * p}, as_bytes(result)->data, (size_t)size);
    return result;
}

// hmac_digest(key, message, name)
static Value hmac_digest(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView key, message;
    const HashFunction *function = function_argument(vm, args[2]);
    if (!function || !bytes_need_view(vm, args[0], &key) || !bytes_need_view(vm, args[1], &message)) return VALUE_ERROR;
    if (!function->digest_size) return raise_value_error(vm, "unsupported hash type");
    Hmac hmac;
    unsigned char digest_bytes[64];
    hmac_start(&hmac, function, key);
    HashState state = hmac.inner;
    hash_update(&state, message.data, message.size);
    hmac_finish(&hmac, state, digest_bytes);
    return bytes_new(vm, digest_bytes, function->digest_size);
}

// ---- the module --------------------------------------------------------------------------------------------------

static bool set_number(VM *vm, Type *type, const char *name, int64_t number) {
    Str *key = str_intern(vm, name, strlen(name));
    return key && type_set(vm, type, key, from_small_int(number));
}
static bool add_type(VM *vm, Dict *space, const TypeSpec *spec, unsigned number, int64_t salt_size, int64_t most) {
    Tuple *types = as_tuple(vm->slots_for_modules[MODULE_SLOT_HASHLIB]);
    Type *type = type_new_from_spec(vm, spec, number == TYPE_OF_MOST ? vm->types.object : (Type *)as_object(types->items[TYPE_OF_MOST]));
    if (!type) return false;
    gc_store(vm, types, &types->items[number], from_object(type));
    const char *short_name = strrchr(spec->name, '.') + 1;
    Str *name = str_intern(vm, short_name, strlen(short_name));
    if (!name || !dict_set_str(vm, space, name, from_object(type))) return false;
    return !most || (set_number(vm, type, "SALT_SIZE", salt_size) && set_number(vm, type, "PERSON_SIZE", salt_size) &&
                     set_number(vm, type, "MAX_KEY_SIZE", most) && set_number(vm, type, "MAX_DIGEST_SIZE", most));
}
static bool hashlib_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value types = tuple_new(vm, NULL, TYPE_COUNT);
    if (types == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_HASHLIB] = types;
    return add_type(vm, space, &hash_spec, TYPE_OF_MOST, 0, 0) && add_type(vm, space, &blake2b_spec, TYPE_OF_BLAKE2B, 16, 64) && add_type(vm, space, &blake2s_spec, TYPE_OF_BLAKE2S, 8, 32);
}

#define NEW(function) {#function, {new_##function}, 0, 1, 0, "string * usedforsecurity", DOC("Returns a " #function " hash object; optionally initialized with a string")}
static const NativeDef functions[] = {
    NEW(md5), NEW(sha1), NEW(sha224), NEW(sha256), NEW(sha384), NEW(sha512), NEW(sha3_224), NEW(sha3_256), NEW(sha3_384), NEW(sha3_512), NEW(shake_128), NEW(shake_256),
    {"new", {new_by_name}, 1, 2, 0, "name string * usedforsecurity", DOC("Return a new hash object using the named algorithm.")},
    {"pbkdf2_hmac", {pbkdf2_hmac}, 4, 5, 0, "hash_name password salt iterations dklen", DOC("Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function.")},
    {"scrypt", {scrypt}, 1, 1, 0, "password * salt n r p maxmem dklen", DOC("scrypt password-based key derivation function.")},
    {"hmac_digest", {hmac_digest}, 3, 3, 0, "key msg digest", DOC("Single-shot HMAC.")},
    {0},
};
const ModuleDef hashlib_module = {"_hashlib", functions, hashlib_initialize};
