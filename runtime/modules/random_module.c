// _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura, "Mersenne Twister", 1998), seeded and read as CPython does, so that seeded
// programs print the same.
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <errno.h>
#include <sys/random.h>
#include <time.h>

enum { WORDS = 624, SHIFT = 397 };
typedef struct Generator {
    Object head;
    uint32_t index; // of the next word; WORDS: twist first
    uint32_t state[WORDS];
} Generator;

static Generator *as_generator(Value v) { return (Generator *)as_object(v); }

static void twist(uint32_t *state) {
    for (int i = 0; i < WORDS; i++) {
        uint32_t y = (state[i] & 0x80000000u) | (state[(i + 1) % WORDS] & 0x7fffffffu);
        state[i] = state[(i + SHIFT) % WORDS] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
}
static uint32_t next_word(Generator *g) {
    if (g->index >= WORDS) {
        twist(g->state);
        g->index = 0;
    }
    uint32_t y = g->state[g->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

static void seed_by_array(Generator *g, const uint32_t *key, size_t length) {
    uint32_t *state = g->state;
    state[0] = 19650218;
    for (uint32_t i = 1; i < WORDS; i++) state[i] = 1812433253u * (state[i - 1] ^ state[i - 1] >> 30) + i;
    size_t i = 1, j = 0;
    for (size_t k = length > WORDS ? length : WORDS; k; k--) {
        state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        if (++i >= WORDS) state[0] = state[WORDS - 1], i = 1;
        if (++j >= length) j = 0;
    }
    for (size_t k = WORDS - 1; k; k--) {
        state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
        if (++i >= WORDS) state[0] = state[WORDS - 1], i = 1;
    }
    state[0] = 0x80000000u;
    g->index = WORDS;
}

// ---- seeding -----------------------------------------------------------------------------------------------------

static void seed_from_system(VM *vm, Generator *g) {
    uint32_t key[WORDS];
    if (!grants_has(vm, GRANT_RANDOM)) { // programs go on to work; what they draw follows from the VM's hash seed
        uint64_t words[4] = {grants_seed_word(vm), grants_seed_word(vm), grants_seed_word(vm), grants_seed_word(vm)};
        memcpy(key, words, sizeof words);
        return seed_by_array(g, key, 2 * sizeof words / sizeof *words);
    }
    for (size_t got = 0; got < sizeof key;) {
        ssize_t more = getrandom((char *)key + got, sizeof key - got, 0);
        if (more < 0 && errno == EINTR) continue;
        if (more < 0) { // no such source: the time will do
            struct timespec now;
            clock_gettime(CLOCK_REALTIME, &now);
            key[0] = (uint32_t)now.tv_nsec, key[1] = (uint32_t)now.tv_sec;
            return seed_by_array(g, key, 2);
        }
        got += (size_t)more;
    }
    seed_by_array(g, key, WORDS);
}

// Bits [32 * i, 32 * i + 32) of a magnitude.
static uint32_t word_of(const IntView *view, size_t i) {
    size_t bit = 32 * i, digit = bit / DIGIT_BITS, offset = bit % DIGIT_BITS;
    uint64_t word = view->digits[digit] >> offset;
    if (offset > DIGIT_BITS - 32 && digit + 1 < view->count) word |= view->digits[digit + 1] << (DIGIT_BITS - offset);
    return (uint32_t)word;
}

static bool seed_from_int(VM *vm, Generator *g, Value number) {
    IntView view;
    int_view(&view, number);
    size_t words = (size_t)((digits_bit_length(view.digits, view.count) + 31) / 32);
    if (!words) return seed_by_array(g, (const uint32_t[]){0}, 1), true;
    uint32_t *key = block_new(vm, words * sizeof *key);
    if (!key) return false;
    for (size_t i = 0; i < words; i++) key[i] = word_of(&view, i);
    seed_by_array(g, key, words);
    block_free(vm, key, words * sizeof *key);
    return true;
}

static bool seed(VM *vm, Generator *g, Value v) {
    if (v == VALUE_UNBOUND || v == VALUE_NONE) return seed_from_system(vm, g), true;
    if (is_int(v)) return seed_from_int(vm, g, v);
    uint64_t hash;
    if (!op_hash(vm, v, &hash)) return false;
    Value number = int_from_uint64(vm, hash);
    return number != VALUE_ERROR && seed_from_int(vm, g, number);
}

static Value generator_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Generator *g = object_new(vm, type, sizeof *g);
    if (!g) return VALUE_ERROR;
    bool is_own = !(type->flags & TYPE_HEAP);
    if (is_own && keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count) return raise_type_error(vm, "Random() takes no keyword arguments");
    if (is_own && count > 1) return raise_type_error(vm, "Random() expected at most 1 argument, got %u", count);
    g->index = WORDS;
    memset(g->state, 0, sizeof g->state);
    g->state[0] = 0x80000000u;
    return !is_own || seed(vm, g, count ? args[0] : VALUE_NONE) ? from_object(g) : VALUE_ERROR; // a subclass's __init__ seeds
}

// ---- methods -----------------------------------------------------------------------------------------------------

static Value method_seed(VM *vm, Value *args, uint32_t count) { return seed(vm, as_generator(args[0]), count > 1 ? args[1] : VALUE_NONE) ? VALUE_NONE : VALUE_ERROR; }

static Value method_random(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Generator *g = as_generator(args[0]);
    uint32_t a = next_word(g) >> 5, b = next_word(g) >> 6;
    return float_from_double(vm, (a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

static Value random_bits(VM *vm, Generator *g, uint64_t bits) {
    if (bits <= 32) return from_small_int(bits ? next_word(g) >> (32 - bits) : 0);
    if (bits <= 62) {
        uint64_t low = next_word(g);
        return from_small_int((int64_t)(low | (uint64_t)(next_word(g) >> (64 - bits)) << 32));
    }
    if (bits / DIGIT_BITS >= INT_DIGITS_MAX) return raise_memory_error(vm);
    size_t count = (size_t)(bits / DIGIT_BITS + 1);
    Int *number = int_alloc(vm, count);
    if (!number) return VALUE_ERROR;
    memset(number->digits, 0, count * sizeof *number->digits);
    for (uint64_t at = 0; at < bits; at += 32) {
        uint64_t word = next_word(g);
        if (bits - at < 32) word >>= 32 - (bits - at);
        size_t digit = (size_t)(at / DIGIT_BITS), offset = (size_t)(at % DIGIT_BITS);
        number->digits[digit] |= word << offset & DIGIT_MASK;
        if (offset > DIGIT_BITS - 32 && digit + 1 < count) number->digits[digit + 1] |= word >> (DIGIT_BITS - offset);
    }
    number->sign = 1;
    return int_finish(vm, number, count);
}
static Value method_getrandbits(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t bits;
    if (!op_index_int64(vm, args[1], &bits, false)) return VALUE_ERROR;
    if (bits < 0) return raise_value_error(vm, "number of bits must be non-negative");
    return random_bits(vm, as_generator(args[0]), (uint64_t)bits);
}

// A number below n > 0: as many bits as n has, again until they are below it.
static Value method_randbelow(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value limit = op_index(vm, args[1]);
    if (limit == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(limit) <= 0) return from_small_int(0);
    uint64_t bits = int_bit_length(limit);
    for (;;) {
        Value number = random_bits(vm, as_generator(args[0]), bits);
        if (number == VALUE_ERROR || (both_small_ints(number, limit) ? (int64_t)number < (int64_t)limit : int_compare(number, limit) < 0)) return number;
    }
}

static Value method_getstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Generator *g = as_generator(args[0]);
    Value state = tuple_new(vm, NULL, WORDS + 1);
    if (state == VALUE_ERROR) return VALUE_ERROR;
    for (size_t i = 0; i < WORDS; i++) as_tuple(state)->items[i] = from_small_int(g->state[i]);
    as_tuple(state)->items[WORDS] = from_small_int(g->index);
    return state;
}
static Value method_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    uint32_t state[WORDS];
    int64_t n;
    if (!is_tuple(args[1])) return raise_type_error(vm, "state vector must be a tuple");
    const Tuple *items = as_tuple(args[1]);
    if (items->count != WORDS + 1) return raise_value_error(vm, "state vector is the wrong size");
    for (size_t i = 0; i <= WORDS; i++) {
        if (!is_int(items->items[i])) return raise_type_error(vm, "an integer is required");
        if (!op_index_int64(vm, items->items[i], &n, false)) return VALUE_ERROR;
        if (i < WORDS && n < 0) return raise_overflow_error(vm, "can't convert negative value to unsigned int");
        if (i < WORDS) state[i] = (uint32_t)n;
    }
    if (n < 0 || n > WORDS) return raise_value_error(vm, "invalid state");
    memcpy(as_generator(args[0])->state, state, sizeof state);
    as_generator(args[0])->index = (uint32_t)n;
    return VALUE_NONE;
}

static const NativeDef methods[] = {
    {"random", {method_random}, 0, 0, 0, NULL, DOC("random() -> x in the interval [0, 1).")},
    {"seed", {method_seed}, 0, 1, 0, NULL, DOC("seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the process identifier.")},
    {"getrandbits", {method_getrandbits}, 1, 1, 0, NULL, DOC("getrandbits(k) -> x.  Generates an int with k random bits.")},
    {"_randbelow", {method_randbelow}, 1, 1, 0, NULL, DOC("Returns a random int in the range [0,n).  Defined for n > 0.")},
    {"getstate", {method_getstate}, 0, 0, 0, NULL, DOC("getstate() -> tuple containing the current state.")},
    {"setstate", {method_setstate}, 1, 1, 0, NULL, DOC("setstate(state) -> None.  Restores generator state.")},
    {0},
};
static const TypeSpec generator_spec = {
    .name = "_random.Random",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Generator),
    .slots = SLOTS(SLOT(construct, generator_construct)),
    .methods = methods,
    .doc = TYPE_DOC("Random() -> create a random number generator with its own internal state."),
};

static bool random_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = type_new_from_spec(vm, &generator_spec, vm->types.object);
    Str *name = type ? str_intern(vm, "Random", 6) : NULL;
    return name && dict_set_str(vm, space, name, from_object(type));
}
const ModuleDef random_module = {"_random", NULL, random_initialize};
