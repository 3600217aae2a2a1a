// re: regular expressions, on PCRE2 and its JIT compiler (library reference, "re").
//
//   re_syntax.c     reads a pattern by Python's rules, with Python's errors, and drives the emitter
//   re_emit.c       writes what was read as PCRE2 syntax
//   re_pattern.c    Pattern: compiling, cache, running a match
//   re_match.c      Match
//   re_template.c   replacement templates: sub, subn, expand
//   re_module.c     functions of the module (`_re`; stdlib/re/ adds the error class and the enum of flags)
//
// A pattern is not handed to PCRE2 as it is: everything whose meaning differs (classes of characters, anchors, flags, escapes, names,
// references) is written in PCRE2's most explicit form. It is written in one of three variants, made when first needed:
//
//   REGEX_BYTES  bytes patterns: eight-bit matching
//   REGEX_ASCII  str patterns on ASCII subjects: eight-bit matching too (fast: classes are bit maps, offsets are indexes)
//   REGEX_UTF    str patterns on other subjects; all offsets PCRE2 sees are bytes of the UTF-8 text
//
// and in one of three modes (search, match, fullmatch), since only compile-time anchors keep the JIT usable.
//
// Memory PCRE2 asks for are blocks of the VM's heap, linked from RegexState, which marks them all: so it counts against the VM's limit.
//
// Runaway matches: PCRE2 counts steps and gives up at a limit. Then the match is started again with code that calls out at each item of the pattern,
// to look whether the script is to stop.
#ifndef TYPHON_RUNTIME_RE_PRIVATE_H
#define TYPHON_RUNTIME_RE_PRIVATE_H
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum RegexFlag {
    REGEX_TEMPLATE = 1, REGEX_IGNORECASE = 2, REGEX_LOCALE = 4, REGEX_MULTILINE = 8, REGEX_DOTALL = 16, REGEX_UNICODE = 32, REGEX_VERBOSE = 64,
    REGEX_DEBUG = 128, REGEX_FLAG_ASCII = 256,
    REGEX_TYPE_FLAGS = REGEX_LOCALE | REGEX_UNICODE | REGEX_FLAG_ASCII,
};
typedef enum RegexVariant { REGEX_BYTES, REGEX_ASCII, REGEX_UTF } RegexVariant;
typedef enum RegexMode { REGEX_SEARCH, REGEX_MATCH, REGEX_FULLMATCH, REGEX_MODES } RegexMode;

// ---- reading a pattern -------------------------------------------------------------------------------------------

// Fewest and most characters matched; REGEX_WIDTH_MAX: that many or more.
typedef struct RegexWidth {
    uint64_t low, high;
} RegexWidth;
#define REGEX_REPEAT_MAX ((uint64_t)0xffffffff) // no upper bound in a quantifier
#define REGEX_WIDTH_MAX ((uint64_t)0xffffffff)

typedef struct RegexGroup {
    Value name; // or None
    RegexWidth width;
    uint32_t close_rank; // groups that were closed before it, plus 1; 0: still open
    bool is_named, in_lookaround;
} RegexGroup;
typedef struct RegexReference { // (?(n)...): checked when all groups are known
    uint64_t group;
    size_t at;
} RegexReference;

// Kinds of escapes for classes of characters, as bits.
enum RegexCategory { REGEX_DIGIT = 1, REGEX_NOT_DIGIT = 2, REGEX_SPACE = 4, REGEX_NOT_SPACE = 8, REGEX_WORD = 16, REGEX_NOT_WORD = 32 };
typedef struct RegexRange {
    uint32_t low, high;
} RegexRange;
typedef struct RegexSet { // [...]
    RegexRange *ranges;   // block
    size_t count, capacity;
    unsigned categories;
    bool negated;
} RegexSet;

typedef enum RegexFailure { REGEX_NO_FAILURE, REGEX_RAISED, REGEX_SYNTAX, REGEX_OVERFLOW, REGEX_RESTART_VERBOSE } RegexFailure;

// Where the text ends inside a string that has no position for an error
#define REGEX_NOWHERE SIZE_MAX

// The characters of a pattern or template, and how far they are read. Tokens are characters, or a backslash with the next one.
typedef struct RegexSource {
    VM *vm;
    uint32_t *text; // block of `capacity`
    size_t size, capacity, at;
    bool is_text;   // of a str
    RegexFailure failure;
    Value message;  // str, of SYNTAX and OVERFLOW
    size_t position; // of the failure, or REGEX_NOWHERE
} RegexSource;

// What may be a set operation one day: CPython warns of it.
typedef struct RegexSuspect {
    const char *what;
    size_t position;
} RegexSuspect;
enum { REGEX_SUSPECTS_MAX = 16 }; // what stands behind them is not told of

typedef struct RegexReader {
    RegexSource source;
    RegexSuspect suspects[REGEX_SUSPECTS_MAX];
    uint32_t suspect_count;
    RegexVariant variant;
    uint32_t flags; // global ones
    RegexGroup *groups; // block; [0] is the whole match
    uint32_t group_count, group_capacity, closed;
    RegexReference *references; // block
    uint32_t reference_count, reference_capacity;
    bool is_phrase;             // one of several (regex_read_phrases): its global flags are only its own VERBOSE
    uint32_t first_group;       // what PCRE2 calls the group around a phrase; 0
    uint32_t lookbehind_groups; // groups there were where the outermost lookbehind began; 0: not inside one
    uint32_t lookarounds;       // around what is being read
    bool bad_lookbehind;        // one without fixed width
    bool calls_repeated;        // set by the caller: what is repeated several times is to be written once, and called
    uint32_t called_count;
    StrBuilder called;          // definitions of what is called
    bool needs_utf;             // the ASCII variant would miss something: letters that have ASCII ones as their other case
    StrBuilder out;
} RegexReader;

// Reads `pattern` and writes it to reader->out. False: an exception is set. regex_reader_close is due either way. calls_repeated: PCRE2 writes out what is repeated
// (`(?:ab|c){0,1000}`) and may find the whole too large: then what is repeated becomes groups of their own, behind the pattern, which are called.
MAY_RAISE bool regex_read(VM *vm, RegexReader *reader, Value pattern, uint32_t flags, RegexVariant variant, bool calls_repeated);
void regex_reader_close(RegexReader *reader);
// Reads several patterns as alternatives, each with groups of its own (re.Scanner): `phrases` is a tuple of str or of bytes. Writes what PCRE2 calls the group
// around each phrase, and the number of all groups behind them, to first_groups. The flags are the whole's: str without UNICODE are ASCII. Closing is due either way.
MAY_RAISE bool regex_read_phrases(VM *vm, RegexReader *reader, Value phrases, uint32_t flags, RegexVariant variant, bool calls_repeated, uint32_t *first_groups);

// For re_syntax.c and re_template.c. Functions that fail set source->failure.
MAY_RAISE bool regex_source_open(VM *vm, RegexSource *source, Value text, const char *what);
void regex_source_close(RegexSource *source);
bool regex_fail(RegexSource *source, size_t position, const char *format, ...);
// Sets the exception for the failure: re.error(message, pattern, position)...
Value regex_raise(RegexSource *source, Value pattern);
typedef struct RegexToken {
    uint32_t c;       // the character, or the one behind the backslash
    bool is_escape, is_end;
} RegexToken;
bool regex_next(RegexSource *source, RegexToken *token); // false: a lone backslash at the end
static inline bool regex_next_is(const RegexSource *source, uint32_t c) { return source->at < source->size && source->text[source->at] == c; }
static inline bool regex_take(RegexSource *source, uint32_t c) { return regex_next_is(source, c) ? source->at++, true : false; }
// The text up to `terminator`, which is taken; a str. VALUE_ERROR: failed.
Value regex_until(RegexSource *source, uint32_t terminator, const char *name);
bool regex_check_name(RegexSource *source, Value name, size_t offset); // that it is an identifier
Value regex_text(RegexSource *source, size_t from, size_t to);
static inline bool regex_is_octal(uint32_t c) { return c >= '0' && c <= '7'; }
static inline bool regex_is_digit(uint32_t c) { return c >= '0' && c <= '9'; }
static inline bool regex_is_letter(uint32_t c) { return (c | 32) >= 'a' && (c | 32) <= 'z' && c < 128; }
// The character an escape like \n stands for, or -1.
int regex_simple_escape(uint32_t c);
// Digits of a name that is a number; false: it is none. *out saturates at UINT32_MAX.
bool regex_parse_number(Value name, uint64_t *out);

// ---- writing PCRE2 (re_emit.c) -------------------------------------------------------------------------------------

void regex_emit(RegexReader *r, const char *text);
void regex_emit_number(RegexReader *r, uint64_t n);
void regex_emit_literal(RegexReader *r, uint32_t flags, uint32_t c);
void regex_emit_set(RegexReader *r, uint32_t flags, const RegexSet *set);
void regex_emit_boundary(RegexReader *r, uint32_t flags, bool negated);
// Whether PCRE2 is to ignore case under these flags (not where only ASCII letters have case in UTF text: that is spelled out).
bool regex_is_caseless(const RegexReader *r, uint32_t flags);
// "(?:", "(?i:", "(?-i:"
void regex_emit_open(RegexReader *r, uint32_t outer_flags, uint32_t flags);
// Repeats what was written from `start` on, under these flags. kind 0, '?' or '+'. False: too large (failure set).
bool regex_emit_repeat(RegexReader *r, uint32_t flags, size_t start, uint64_t low, uint64_t high, char kind);

// Behind the pattern: the groups that it calls.
void regex_emit_called(RegexReader *r);

// ---- patterns ------------------------------------------------------------------------------------------------------

typedef struct RegexCode {
    pcre2_code *code; // NULL: not made yet
    bool is_jit;      // compiled to machine code
} RegexCode;

typedef struct Pattern {
    Object head;
    Value pattern;     // str or bytes; None: of phrases
    Value phrases;     // tuple of str or bytes, or None. `groups` is their number then: in a match, group n is group n of the phrase that matched
    uint32_t *first_groups; // block, [0..groups]: see regex_read_phrases; NULL: no phrases
    Value names;       // tuple: the name of each group or None
    Value group_index; // dict: name -> number
    uint32_t flags, groups;
    bool is_bytes, needs_utf;
    uint64_t work;     // bytes of subjects seen, to tell what is worth the JIT
    uint32_t *close_ranks; // block, [0..groups]; odd: inside a lookaround (rank * 2 + 1)
    uint64_t hash;     // 0: not computed
    RegexCode codes[2][2][REGEX_MODES]; // [1]: REGEX_UTF; [][1]: calling out
} Pattern;

// A string being matched.
typedef struct Subject {
    Value string;     // as given
    Value keeper;     // what `text` lies in: the string, or a copy of what may change
    const char *text;
    size_t size;      // bytes
    bool is_utf;      // offsets are not indexes
    size_t start, end; // bytes: pos and endpos
    size_t pos, endpos; // indexes
} Subject;

typedef struct RegexBlock RegexBlock;
enum { REGEX_QUICK_CACHE = 64, REGEX_CACHE_MAX = 512 };
typedef struct RegexState {
    Object head;
    VM *vm;
    RegexBlock *blocks; // all memory PCRE2 has
    pcre2_general_context *general;
    pcre2_compile_context *compiling;
    pcre2_match_context *matching;
    pcre2_match_data *data;
    uint32_t data_pairs;
    pcre2_jit_stack *jit_stack;
    bool has_jit;
    uint32_t match_limit; // the one set in `matching`
    bool is_matching;     // data and stack are in use: by a match, during which a run may stand still
    uint32_t phrase;      // the number of the one that matched in the last run
    Type *pattern_type, *match_type, *scanner_type, *iterator_type;
    Dict *cache; // (pattern, flags) -> Pattern
    struct {
        Value source; // not traced: only compared with what is alive, and emptied when the cache is
        uint32_t flags;
        Pattern *pattern;
    } quick[REGEX_QUICK_CACHE];
} RegexState;

static inline RegexState *regex_state(VM *vm);
extern const TypeSpec regex_pattern_spec, regex_match_spec, regex_scanner_spec, regex_iterator_spec, regex_state_spec;

MAY_RAISE bool regex_state_open(VM *vm);
MAY_RAISE Pattern *regex_compile(VM *vm, Value pattern, Value flags); // what re.compile does; flags VALUE_UNBOUND: none
MAY_RAISE Pattern *regex_compile_phrases(VM *vm, Value phrases, Value flags);
void regex_purge(VM *vm);
static inline bool is_pattern(VM *vm, Value v);

// Takes `string` (str, bytes, bytearray or memoryview, as the pattern is) with positions (VALUE_UNBOUND: whole).
MAY_RAISE bool regex_subject(VM *vm, Pattern *pattern, Subject *subject, Value string, Value pos, Value endpos);
// Matches from byte `start`. 1: the spans are in regex_spans(vm), 0: no match, -1 raised. advance: an empty match at `start` does not count.
MAY_RAISE int regex_run(VM *vm, Pattern *pattern, RegexMode mode, const Subject *subject, size_t start, bool advance);
static inline const size_t *regex_spans(VM *vm);

// Methods of Pattern, for the functions of the module: args are the pattern, the string and one value or VALUE_UNBOUND for each other parameter.
#define REGEX_METHOD(name) Value regex_pattern_##name(VM *vm, Value *args, uint32_t count);
REGEX_METHOD(match) REGEX_METHOD(fullmatch) REGEX_METHOD(search) REGEX_METHOD(findall) REGEX_METHOD(finditer) REGEX_METHOD(split)
#undef REGEX_METHOD

// Searching on and on, as findall, split, sub and finditer do.
typedef struct RegexWalk {
    size_t at;
    bool advance;
} RegexWalk;
MAY_RAISE int regex_walk(VM *vm, Pattern *pattern, RegexMode mode, const Subject *subject, RegexWalk *walk);

// ---- matches -------------------------------------------------------------------------------------------------------

typedef struct Match {
    Object head;
    Pattern *pattern;
    Value string, keeper;
    size_t pos, endpos; // indexes
    int64_t last_index; // -1: none
    uint64_t is_utf;
    size_t spans[];     // bytes, two for each group; SIZE_MAX: did not match
} Match;
MAY_RAISE Value regex_match_new(VM *vm, Pattern *pattern, const Subject *subject); // of the spans of the last run
// The text of group `group` of the last run; `otherwise` if it did not match.
MAY_RAISE Value regex_group(VM *vm, const Subject *subject, const size_t *spans, size_t group, Value otherwise);
MAY_RAISE Value regex_slice(VM *vm, Value string, Value keeper, size_t from, size_t to);

// ---- templates -----------------------------------------------------------------------------------------------------

MAY_RAISE Value regex_substitute(VM *vm, Pattern *pattern, Value replacement, Value string, Value count, bool with_count);
MAY_RAISE Value regex_expand(VM *vm, const Match *match, Value text);

#include "runtime/modules/modules.h"
static inline RegexState *regex_state(VM *vm) { return (RegexState *)as_object(vm->slots_for_modules[MODULE_SLOT_RE]); }
static inline bool is_pattern(VM *vm, Value v) { return is_exactly(v, regex_state(vm)->pattern_type); }
static inline const size_t *regex_spans(VM *vm) { return pcre2_get_ovector_pointer(regex_state(vm)->data); }
#endif
