// Binding: the arguments of a call to the parameters they are meant for, with CPython's words when they do not fit.
//
//     positional -> *args -> keywords -> **kwargs -> too many? -> defaults -> missing? -> keyword-only defaults -> missing?
//
// Nothing here runs scripts, so nothing is collected in between.
#include "runtime/call.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/str.h"

static bool is_same_name(const Str *a, const Str *b) { return a == b || str_equal(a, b); }

// ---- script functions

// 'a', 'b', and 'c': those of local_names[start..end) that are unbound.
static Value missing_names(VM *vm, const Code *code, const Value *registers, uint32_t start, uint32_t end, uint32_t count) {
    StrBuilder b;
    str_builder_init(&b, vm);
    for (uint32_t i = start, number = 0; i < end; i++) {
        if (registers[i] != VALUE_UNBOUND) continue;
        if (number) str_builder_add_cstring(&b, count == 2 ? " and " : number + 1 == count ? ", and " : ", ");
        str_builder_add_cstring(&b, "'");
        str_builder_add_str(&b, code->local_names[i]);
        str_builder_add_cstring(&b, "'");
        number++;
    }
    return str_builder_finish(&b);
}

// Some of registers[start..end) are unbound.
static bool raise_missing(VM *vm, const Function *function, const Value *registers, uint32_t start, uint32_t end, const char *kind) {
    uint32_t count = 0;
    for (uint32_t i = start; i < end; i++) count += registers[i] == VALUE_UNBOUND;
    Value names = missing_names(vm, function->code, registers, start, end, count);
    if (names != VALUE_ERROR)
        raise_type_error(vm, "%S() missing %u required %s argument%s: %S", function->qualname, count, kind, count == 1 ? "" : "s", names);
    return false;
}

static bool too_many_positional(VM *vm, const Function *function, const Value *registers, uint32_t given) {
    const Code *code = function->code;
    uint32_t positional = code->positional, keyword_only = 0;
    uint32_t defaults = is_tuple(function->defaults) ? (uint32_t)as_tuple(function->defaults)->count : 0;
    for (uint32_t i = positional; i < positional + code->keyword_only; i++) keyword_only += registers[i] != VALUE_UNBOUND;
    char takes[40], also[80] = "";
    if (defaults) snprintf(takes, sizeof takes, "from %u to %u", positional - (defaults < positional ? defaults : positional), positional);
    else snprintf(takes, sizeof takes, "%u", positional);
    if (keyword_only)
        snprintf(also, sizeof also, " positional argument%s (and %u keyword-only argument%s)", given != 1 ? "s" : "", keyword_only,
                 keyword_only != 1 ? "s" : "");
    raise_type_error(vm, "%S() takes %s positional argument%s but %u%s %s given", function->qualname, takes, defaults || positional != 1 ? "s" : "",
                     given, also, given == 1 && !keyword_only ? "was" : "were");
    return false;
}

// Keywords that name positional-only parameters, when there is no **kwargs to take them. True: there are none.
static bool no_positional_only(VM *vm, const Function *function, const Tuple *names) {
    const Code *code = function->code;
    StrBuilder b;
    str_builder_init(&b, vm);
    bool found = false;
    for (uint32_t i = 0; i < code->positional_only; i++)
        for (size_t n = 0; n < names->count; n++) {
            if (!is_same_name(as_str(names->items[n]), code->local_names[i])) continue;
            if (found) str_builder_add_cstring(&b, ", ");
            str_builder_add_str(&b, code->local_names[i]);
            found = true;
        }
    if (!found) return str_builder_discard(&b), true;
    Value text = str_builder_finish(&b);
    if (text != VALUE_ERROR)
        raise_type_error(vm, "%S() got some positional-only arguments passed as keyword arguments: '%S'", function->qualname, text);
    return false;
}

static int64_t find_parameter(const Code *code, const Str *name) {
    uint32_t end = (uint32_t)code->positional + code->keyword_only;
    for (uint32_t i = code->positional_only; i < end; i++)
        if (code->local_names[i] == name) return i;
    if (name->flags & STR_INTERNED) return -1; // and so are the parameters' names
    for (uint32_t i = code->positional_only; i < end; i++)
        if (str_equal(code->local_names[i], name)) return i;
    return -1;
}

static bool bind_keywords(VM *vm, const Function *function, Value *registers, const Tuple *names, const Value *values, Dict *others) {
    for (size_t n = 0; n < names->count; n++) {
        if (!is_str(names->items[n])) return raise_type_error(vm, "keywords must be strings"), false;
        Str *name = as_str(names->items[n]);
        int64_t at = find_parameter(function->code, name);
        if (at >= 0) {
            if (registers[at] != VALUE_UNBOUND)
                return raise_type_error(vm, "%S() got multiple values for argument '%U'", function->qualname, name), false;
            registers[at] = values[n];
        } else if (others) {
            if (!dict_set_str(vm, others, name, values[n])) return false;
        } else {
            if (!function->code->positional_only || no_positional_only(vm, function, names))
                raise_type_error(vm, "%S() got an unexpected keyword argument '%U'", function->qualname, name);
            return false;
        }
    }
    return true;
}

// Parameters [from, positional) that are unbound get their defaults. False: one has none.
static bool fill_defaults(const Function *function, Value *registers, uint32_t from) {
    const uint32_t positional = function->code->positional;
    const Tuple *defaults = is_tuple(function->defaults) ? as_tuple(function->defaults) : NULL;
    const uint32_t count = !defaults ? 0 : defaults->count < positional ? (uint32_t)defaults->count : positional, first = positional - count;
    bool all = true;
    for (uint32_t i = from; i < positional; i++) {
        if (registers[i] != VALUE_UNBOUND) continue;
        if (i < first) all = false;
        else registers[i] = defaults->items[defaults->count - positional + i];
    }
    return all;
}

static bool fill_keyword_defaults(VM *vm, const Function *function, Value *registers) {
    const Code *code = function->code;
    Dict *defaults = is_dict(function->keyword_defaults) ? as_dict(function->keyword_defaults) : NULL;
    size_t at = 0;
    bool all = true;
    for (uint32_t i = code->positional; i < (uint32_t)code->positional + code->keyword_only; i++) {
        bool is_next = defaults && at < defaults->filled && defaults->entries[at].key == from_object(code->local_names[i]); // as a rule they are in the order of the parameters
        if (registers[i] == VALUE_UNBOUND && defaults) registers[i] = is_next ? defaults->entries[at].value : dict_get_str(vm, defaults, code->local_names[i]);
        at += is_next;
        all &= registers[i] != VALUE_UNBOUND;
    }
    return all;
}

bool bind_function_arguments(VM *vm, Function *function, Value *registers, uint32_t count, Value keyword_names) {
    const Code *code = function->code;
    if (!code_read(vm, function->code)) return false; // for the names of its parameters
    const uint32_t positional = code->positional, total = positional + code->keyword_only, named = keyword_count(keyword_names), given = count;
    Value *keyword_values = NULL;
    if (named) { // out of the way
        keyword_values = registers + (count + named > code->register_count ? count + named : code->register_count);
        memmove(keyword_values, registers + count, named * sizeof(Value));
    }
    Value rest = VALUE_UNBOUND;
    if (code->flags & UNIT_HAS_ARGS) {
        rest = tuple_new(vm, registers + positional, count > positional ? count - positional : 0);
        if (rest == VALUE_ERROR) return false;
    }
    if (count > positional) count = positional;
    for (uint32_t i = count; i < total; i++) registers[i] = VALUE_UNBOUND;
    Dict *others = NULL;
    if (code->flags & UNIT_HAS_KWARGS && !(others = dict_new(vm))) return false;
    if (named && !bind_keywords(vm, function, registers, as_tuple(keyword_names), keyword_values, others)) return false;
    if (given > positional && rest == VALUE_UNBOUND) return too_many_positional(vm, function, registers, given);
    if (!fill_defaults(function, registers, count)) return raise_missing(vm, function, registers, count, positional, "positional");
    if (code->keyword_only && !fill_keyword_defaults(vm, function, registers))
        return raise_missing(vm, function, registers, positional, total, "keyword-only");
    uint32_t at = total;
    if (rest != VALUE_UNBOUND) registers[at++] = rest;
    if (others) registers[at] = from_object(others);
    return true;
}

// ---- native functions with named parameters

static void read_signature(const char *text, NativeSignature *signature) {
    signature->text = text;
    signature->count = signature->positional_only = 0;
    signature->positional = UINT16_MAX;
    text += *text == '!';
    while (*text) {
        while (*text == ' ') text++;
        size_t size = 0; // of names of a few letters: strcspn takes longer to begin
        while (text[size] && text[size] != ' ') size++;
        if (!size) break;
        if (*text == '/') signature->positional_only = signature->count;
        else if (*text == '*') signature->positional = signature->count;
        else if (signature->count < NATIVE_PARAMETERS_MAX) {
            signature->parameters[signature->count].at = (uint16_t)(text - signature->text);
            signature->parameters[signature->count++].size = (uint16_t)size;
        }
        text += size;
    }
    if (signature->positional > signature->count) signature->positional = signature->count;
}

static bool check_counts(VM *vm, const char *name, const NativeSignature *signature, uint32_t limit, uint32_t required, uint32_t count, uint32_t named) {
    uint32_t least = required < signature->positional_only ? required : signature->positional_only;
    if (count + named > signature->count && !(limit == 0 && count))
        return raise_type_error(vm, "%s() takes at most %u %sargument%s (%u given)", name, signature->count, count ? "" : "keyword ", signature->count == 1 ? "" : "s", count + named), false;
    if (count > limit && !limit) return raise_type_error(vm, "%s() takes no positional arguments", name), false;
    if (count > limit)
        return raise_type_error(vm, "%s() takes %s %u positional argument%s (%u given)", name, required < limit ? "at most" : "exactly", limit,
                                limit == 1 ? "" : "s", count), false;
    if (count < least)
        return raise_type_error(vm, "%s() takes %s %u positional argument%s (%u given)", name, least < limit ? "at least" : "exactly", least,
                                least == 1 ? "" : "s", count), false;
    return true;
}

static bool is_parameter(const NativeSignature *signature, uint32_t i, const Str *name) {
    return signature->parameters[i].size == name->size && memcmp(signature->text + signature->parameters[i].at, name->text, name->size) == 0;
}

// Puts a keyword's value in its place, or, when there is none, says so to whoever `reports`: what is missing is said before.
static bool bind_native_keyword(VM *vm, const char *function_name, const NativeSignature *signature, Str *name, Value value, uint32_t count, Value *out, bool reports) {
    for (uint32_t i = signature->positional_only; i < signature->count; i++) {
        if (!is_parameter(signature, i, name)) continue;
        if (i < count && !reports) return false;
        if (i < count)
            return raise_type_error(vm, "argument for %s() given by name ('%U') and position (%u)", function_name, name, i + 1), false;
        out[i] = value;
        return true;
    }
    if (reports) raise_type_error(vm, "'%U' is an invalid keyword argument for %s()", name, function_name);
    return false;
}

static int64_t find_native_parameter(const NativeSignature *signature, const Str *name) {
    for (uint32_t i = 0; i < signature->count; i++)
        if (is_parameter(signature, i, name)) return i;
    return -1;
}

static bool raise_native_missing(VM *vm, const char *function_name, const NativeSignature *signature, uint32_t required, const Value *out) {
    uint32_t missing = 0, number = 0;
    for (uint32_t i = 0; i < required; i++) missing += out[i] == VALUE_UNBOUND;
    StrBuilder b;
    str_builder_init(&b, vm);
    for (uint32_t i = 0; i < required; i++) {
        if (out[i] != VALUE_UNBOUND) continue;
        if (number++) str_builder_add_cstring(&b, number < missing ? ", " : missing == 2 ? " and " : ", and ");
        str_builder_add_cstring(&b, "'");
        str_builder_add(&b, signature->text + signature->parameters[i].at, signature->parameters[i].size);
        str_builder_add_cstring(&b, "'");
    }
    Value names = str_builder_finish(&b);
    if (names != VALUE_ERROR) raise_type_error(vm, "%s() missing %u required positional argument%s: %S", function_name, missing, missing == 1 ? "" : "s", names);
    return false;
}

// Of a native that stands for a function written in Python: the same binding, said in the words of a function's.
static bool bind_like_function(VM *vm, const char *function_name, const NativeSignature *signature, uint32_t required, const Value *args, uint32_t count, Value keyword_names, Value *out) {
    for (uint32_t i = 0; i < signature->count; i++) out[i] = i < count ? args[i] : VALUE_UNBOUND;
    for (uint32_t n = 0; n < keyword_count(keyword_names); n++) {
        Value name = as_tuple(keyword_names)->items[n];
        if (!is_str(name)) return raise_type_error(vm, "keywords must be strings"), false;
        int64_t at = find_native_parameter(signature, as_str(name));
        if (at < 0) return raise_type_error(vm, "%s() got an unexpected keyword argument '%S'", function_name, name), false;
        if (out[at] != VALUE_UNBOUND) return raise_type_error(vm, "%s() got multiple values for argument '%S'", function_name, name), false;
        out[at] = args[count + n];
    }
    if (count > signature->count && required < signature->count)
        return raise_type_error(vm, "%s() takes from %u to %u positional arguments but %u were given", function_name, required, signature->count, count), false;
    if (count > signature->count)
        return raise_type_error(vm, "%s() takes %u positional argument%s but %u were given", function_name, required, required == 1 ? "" : "s", count), false;
    for (uint32_t i = 0; i < required; i++)
        if (out[i] == VALUE_UNBOUND) return raise_native_missing(vm, function_name, signature, required, out);
    return true;
}

bool bind_arguments(VM *vm, const char *function_name, const char *parameters, int min_args, int max_args, const Value *args, uint32_t count,
                    Value keyword_names, Value *out) {
    NativeSignature *signature = &vm->signature_memo[((uintptr_t)parameters >> 4 ^ (uintptr_t)parameters) % SIGNATURE_MEMO_SIZE];
    if (signature->text != parameters) read_signature(parameters, signature);
    uint32_t limit = max_args >= 0 && (uint32_t)max_args < signature->positional ? (uint32_t)max_args : signature->positional;
    if (keyword_names == VALUE_UNBOUND && count <= limit && (int)count >= min_args) { // as a rule
        for (uint32_t i = 0; i < signature->count; i++) out[i] = i < count ? args[i] : VALUE_UNBOUND;
        return true;
    }
    uint32_t named = keyword_count(keyword_names), wrong = named, required = min_args > 0 ? (uint32_t)min_args : 0;
    if (*parameters == '!') return bind_like_function(vm, function_name, signature, required, args, count, keyword_names, out);
    if (!check_counts(vm, function_name, signature, limit, required, count, named)) return false;
    for (uint32_t i = 0; i < signature->count; i++) out[i] = i < count ? args[i] : VALUE_UNBOUND;
    for (uint32_t n = 0; n < named; n++) {
        Value name = as_tuple(keyword_names)->items[n];
        if (!is_str(name)) return raise_type_error(vm, "keywords must be strings"), false;
        if (!bind_native_keyword(vm, function_name, signature, as_str(name), args[count + n], count, out, false) && wrong == named) wrong = n;
    }
    for (uint32_t i = 0; i < required && i < signature->count; i++) {
        if (out[i] != VALUE_UNBOUND) continue;
        char name[64];
        snprintf(name, sizeof name, "%.*s", (int)signature->parameters[i].size, signature->text + signature->parameters[i].at);
        raise_type_error(vm, "%s() missing required argument '%s' (pos %u)", function_name, name, i + 1);
        return false;
    }
    return wrong == named || bind_native_keyword(vm, function_name, signature, as_str(as_tuple(keyword_names)->items[wrong]), args[count + wrong], count, out, true);
}
