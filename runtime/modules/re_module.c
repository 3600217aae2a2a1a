// _re: the functions of re. stdlib/re/ has what is rarely needed: the class of errors, the enum of flags.
#include "runtime/modules/re_private.h"
#include "runtime/objects/bytes_private.h"

#define BY_PATTERN(function)                                                                                                      \
    static Value re_##function(VM *vm, Value *args, uint32_t count) {                                                              \
        (void)count;                                                                                                              \
        Pattern *p = regex_compile(vm, args[0], args[2]);                                                                         \
        Value given[4] = {from_object(p), args[1], VALUE_UNBOUND, VALUE_UNBOUND};                                                 \
        return p ? regex_pattern_##function(vm, given, 4) : VALUE_ERROR;                                                          \
    }
BY_PATTERN(match)
BY_PATTERN(fullmatch)
BY_PATTERN(search)
BY_PATTERN(findall)
BY_PATTERN(finditer)

static Value re_compile(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Pattern *p = regex_compile(vm, args[0], args[1]);
    return p ? from_object(p) : VALUE_ERROR;
}

// What re.Scanner is made of: patterns with groups of their own, as one.
static Value re_compile_phrases(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Pattern *p = regex_compile_phrases(vm, args[0], args[1]);
    return p ? from_object(p) : VALUE_ERROR;
}

static Value re_split(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Pattern *p = regex_compile(vm, args[0], args[3]);
    Value given[3] = {from_object(p), args[1], args[2]};
    return p ? regex_pattern_split(vm, given, 3) : VALUE_ERROR;
}

static Value substitute(VM *vm, Value *args, bool with_count) {
    Pattern *p = regex_compile(vm, args[0], args[4]);
    return p ? regex_substitute(vm, p, args[1], args[2], args[3], with_count) : VALUE_ERROR;
}
static Value re_sub(VM *vm, Value *args, uint32_t count) { return (void)count, substitute(vm, args, false); }
static Value re_subn(VM *vm, Value *args, uint32_t count) { return (void)count, substitute(vm, args, true); }
static Value re_purge(VM *vm, Value *args, uint32_t count) { return (void)args, (void)count, regex_purge(vm), VALUE_NONE; }

// A backslash before everything that has a meaning in patterns.
static Value re_escape(VM *vm, Value *args, uint32_t count) {
    (void)count;
    static const char special[] = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";
    const unsigned char *data;
    size_t size;
    bool is_text = is_str(args[0]);
    if (is_text) data = (const unsigned char *)as_str(args[0])->text, size = as_str(args[0])->size;
    else if (!bytes_view(args[0], &data, &size)) return raise_type_error(vm, "decoding to str: need a bytes-like object, %T found", args[0]);
    StrBuilder b;
    str_builder_init(&b, vm);
    size_t from = 0;
    for (size_t i = 0; i < size; i++) {
        if (!data[i] || !strchr(special, data[i])) continue;
        str_builder_add(&b, (const char *)data + from, i - from);
        str_builder_add(&b, "\\", 1);
        from = i;
    }
    str_builder_add(&b, (const char *)data + from, size - from);
    if (is_text) return str_builder_finish(&b);
    Value result = b.failed ? VALUE_ERROR : bytes_new(vm, b.text, b.size);
    str_builder_discard(&b);
    return result;
}

static bool re_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    if (!regex_state_open(vm)) return false;
    const struct {
        const char *name;
        Type *type;
    } types[] = {{"Pattern", regex_state(vm)->pattern_type}, {"Match", regex_state(vm)->match_type}};
    for (size_t i = 0; i < 2; i++) {
        Str *name = str_intern(vm, types[i].name, strlen(types[i].name));
        if (!name || !dict_set_str(vm, space, name, from_object(types[i].type))) return false;
    }
    return true;
}

static const NativeDef functions[] = {
    {"compile", {re_compile}, 1, 2, 0, "!pattern flags", DOC("Compile a regular expression pattern, returning a Pattern object.")},
    {"compile_phrases", {re_compile_phrases}, 1, 2, 0, NULL, DOC(NULL)},
    {"match", {re_match}, 2, 3, 0, "!pattern string flags", DOC("Try to apply the pattern at the start of the string, returning\n    a Match object, or None if no match was found.")},
    {"fullmatch", {re_fullmatch}, 2, 3, 0, "!pattern string flags", DOC("Try to apply the pattern to all of the string, returning\n    a Match object, or None if no match was found.")},
    {"search", {re_search}, 2, 3, 0, "!pattern string flags", DOC("Scan through string looking for a match to the pattern, returning\n    a Match object, or None if no match was found.")},
    {"findall", {re_findall}, 2, 3, 0, "!pattern string flags", DOC("Return a list of all non-overlapping matches in the string.")},
    {"finditer", {re_finditer}, 2, 3, 0, "!pattern string flags", DOC("Return an iterator over all non-overlapping matches in the\n    string.  For each match, the iterator returns a Match object.")},
    {"split", {re_split}, 2, 4, 0, "!pattern string maxsplit flags", DOC("Split the source string by the occurrences of the pattern,\n    returning a list containing the resulting substrings.")},
    {"sub", {re_sub}, 3, 5, 0, "!pattern repl string count flags", DOC("Return the string obtained by replacing the leftmost\n    non-overlapping occurrences of the pattern in string by the\n    replacement repl.")},
    {"subn", {re_subn}, 3, 5, 0, "!pattern repl string count flags", DOC("Return a 2-tuple containing (new_string, number).")},
    {"escape", {re_escape}, 1, 1, 0, "!pattern", DOC("Escape special characters in a string.")},
    {"purge", {re_purge}, 0, 0, 0, NULL, DOC("Clear the regular expression caches")},
    {0},
};
const ModuleDef re_module = {"_re", functions, re_initialize};
