// BaseExceptionGroup and ExceptionGroup, and what except* does with them (PEP 654).
#include "runtime/frame.h"
#include "runtime/objects/exception_private.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/str.h"
#include "runtime/objects/set.h"
#include "runtime/type.h"

static bool is_group(VM *vm, Value v) { return is_exception(v) && type_is_subtype(value_type(vm, v), vm->types.BaseExceptionGroup); }
static Tuple *members(VM *vm, Value group) { // none when it was not made by group_construct: BaseException.__new__(ExceptionGroup)
    Value exceptions = as_exception(group)->fields[GROUP_EXCEPTIONS];
    return as_tuple(is_tuple(exceptions) ? exceptions : vm->empty_tuple);
}

// ---- making ------------------------------------------------------------------------------------------------------

static bool is_sequence(VM *vm, Value v) {
    const Type *type = value_type(vm, v);
    if (is_str(v) || is_layout(v, LAYOUT_BYTES) || is_layout(v, LAYOUT_BYTEARRAY) || type->flags & TYPE_SEQUENCE_PATTERN) return true;
    return type->flags & TYPE_HEAP && type->slots.get_item && !is_dict(v);
}

// BaseExceptionGroup of nothing but Exceptions becomes an ExceptionGroup; a group that is an Exception holds only Exceptions.
static Type *type_for(VM *vm, Type *type, const Tuple *exceptions) {
    bool only_exceptions = true;
    for (size_t i = 0; i < exceptions->count; i++) {
        if (!is_exception(exceptions->items[i])) {
            raise_value_error(vm, "Item %zu of second argument (exceptions) is not an exception", i);
            return NULL;
        }
        only_exceptions = only_exceptions && type_is_subtype(value_type(vm, exceptions->items[i]), vm->types.Exception);
    }
    if (type == vm->types.BaseExceptionGroup) return only_exceptions ? vm->types.ExceptionGroup : type;
    if (only_exceptions || !type_is_subtype(type, vm->types.Exception)) return type;
    if (type == vm->types.ExceptionGroup) raise_type_error(vm, "Cannot nest BaseExceptions in an ExceptionGroup");
    else raise_type_error(vm, "Cannot nest BaseExceptions in '%N'", type);
    return NULL;
}

Value group_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)keyword_names; // __init__ refuses them
    if (count != 2) return raise_type_error(vm, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%u given)", count);
    if (!is_str(args[0])) return raise_type_error(vm, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", args[0] == VALUE_NONE ? "None" : type_name_of(vm, args[0]));
    if (!is_sequence(vm, args[1])) return raise_type_error(vm, "second argument (exceptions) must be a sequence");
    Value exceptions = op_to_tuple(vm, args[1]);
    if (exceptions == VALUE_ERROR) return VALUE_ERROR;
    if (!as_tuple(exceptions)->count) return raise_value_error(vm, "second argument (exceptions) must be a non-empty sequence");
    type = type_for(vm, type, as_tuple(exceptions));
    Value group = type ? exception_construct(vm, type, args, count, VALUE_UNBOUND) : VALUE_ERROR;
    if (group == VALUE_ERROR) return VALUE_ERROR;
    as_exception(group)->fields[GROUP_MESSAGE] = args[0];
    as_exception(group)->fields[GROUP_EXCEPTIONS] = exceptions;
    return group;
}

static Value group_new(VM *vm, Value message, Value exceptions) {
    Value args[2] = {message, exceptions};
    return exception_new(vm, vm->types.BaseExceptionGroup, args, 2);
}

Value group_str(VM *vm, Value self) {
    size_t count = members(vm, self)->count;
    return str_from_format(vm, "%S (%zu sub-exception%s)", exception_field(self, GROUP_MESSAGE), count, count == 1 ? "" : "s");
}

// ---- taking apart --------------------------------------------------------------------------------------------------

// What a split selects by: classes, a predicate, or a set of addresses of plain exceptions.
typedef struct Matcher {
    enum { MATCH_TYPES, MATCH_PREDICATE, MATCH_INSTANCES } kind;
    Value value;
} Matcher;

static bool is_exception_class(Value v) { return is_type(v) && as_type(v)->flags & TYPE_EXCEPTION; }

static bool matcher_from(VM *vm, Value condition, Matcher *matcher) {
    *matcher = (Matcher){MATCH_TYPES, condition};
    if (is_exception_class(condition)) return true;
    if (is_tuple(condition)) {
        size_t i = 0;
        while (i < as_tuple(condition)->count && is_exception_class(as_tuple(condition)->items[i])) i++;
        if (i == as_tuple(condition)->count) return true;
    } else if (!is_type(condition) && value_type(vm, condition)->slots.call) {
        matcher->kind = MATCH_PREDICATE;
        return true;
    }
    raise_type_error(vm, "expected a function, exception type or tuple of exception types");
    return false;
}

static Value identity_of(Value exception) { return from_small_int((int64_t)(exception >> 4)); }

static int matches(VM *vm, const Matcher *matcher, Value exception) {
    if (matcher->kind == MATCH_TYPES) return exception_matches(vm, exception, matcher->value);
    if (matcher->kind == MATCH_INSTANCES) return is_group(vm, exception) ? 0 : set_contains(vm, as_set(matcher->value), identity_of(exception));
    Value answer = call_value(vm, matcher->value, &exception, 1);
    return answer == VALUE_ERROR ? -1 : op_truth(vm, answer);
}

static bool copy_notes(VM *vm, Value from, Value to) {
    Value notes = get_attribute_or(vm, from, vm->names.__notes__, VALUE_UNBOUND);
    if (notes == VALUE_ERROR) return false;
    if (notes == VALUE_UNBOUND || !is_sequence(vm, notes)) return true;
    Value copy = op_to_list(vm, notes);
    return copy != VALUE_ERROR && set_attribute(vm, to, vm->names.__notes__, copy);
}

// The group that derive() makes of a part of `original`, with its traceback, cause, context and notes; None for no exceptions.
static Value subset(VM *vm, Value original, Value exceptions) {
    if (!as_list(exceptions)->count) return VALUE_NONE;
    Value part = call_method(vm, original, vm->names.derive, &exceptions, 1);
    if (part == VALUE_ERROR) return VALUE_ERROR;
    if (!is_group(vm, part)) return raise_type_error(vm, "derive must return an instance of BaseExceptionGroup");
    ROOT_SCOPE(vm);
    root_push(vm, part);
    Exception *from = as_exception(original), *to = as_exception(part);
    gc_store(vm, to, &to->traceback, from->traceback);
    gc_store(vm, to, &to->context, from->context);
    gc_store(vm, to, &to->cause, from->cause);
    to->suppress_context = 1;
    bool good = copy_notes(vm, original, part);
    ROOT_END(vm);
    return good ? part : VALUE_ERROR;
}

// *matched and *rest (NULL: not wanted) get a group, a plain exception, or None. Everything is rooted by the caller's scope.
static bool split(VM *vm, Value exception, const Matcher *matcher, Value *matched, Value *rest) {
    *matched = VALUE_NONE;
    if (rest) *rest = VALUE_NONE;
    int whole = matches(vm, matcher, exception);
    if (whole < 0) return false;
    if (whole) return *matched = exception, true;
    if (!is_group(vm, exception)) {
        if (rest) *rest = exception;
        return true;
    }
    if (c_stack_exhausted(vm)) return false;
    ROOT_SCOPE(vm);
    Value matching = list_new(vm, NULL, 0), remaining = list_new(vm, NULL, 0);
    bool good = matching != VALUE_ERROR && remaining != VALUE_ERROR;
    if (good) root_push(vm, exception), root_push(vm, matching), root_push(vm, remaining);
    for (size_t i = 0; good && i < members(vm, exception)->count; i++) {
        Value part, left;
        good = split(vm, members(vm, exception)->items[i], matcher, &part, rest ? &left : NULL);
        if (good && part != VALUE_NONE) good = list_append(vm, as_list(matching), part);
        if (good && rest && left != VALUE_NONE) good = list_append(vm, as_list(remaining), left);
    }
    if (good) *matched = subset(vm, exception, matching), good = *matched != VALUE_ERROR;
    if (good) root_push(vm, *matched);
    if (good && rest) *rest = subset(vm, exception, remaining), good = *rest != VALUE_ERROR;
    ROOT_END(vm);
    return good;
}

static Value method_split(VM *vm, Value *args, uint32_t count) {
    if (count != 2) return raise_type_error(vm, "split expected 1 argument, got %u", count - 1);
    Matcher matcher;
    Value matched, rest;
    return matcher_from(vm, args[1], &matcher) && split(vm, args[0], &matcher, &matched, &rest) ? tuple_pack(vm, 2, matched, rest) : VALUE_ERROR;
}
static Value method_subgroup(VM *vm, Value *args, uint32_t count) {
    if (count != 2) return raise_type_error(vm, "subgroup expected 1 argument, got %u", count - 1);
    Matcher matcher;
    Value matched;
    return matcher_from(vm, args[1], &matcher) && split(vm, args[0], &matcher, &matched, NULL) ? matched : VALUE_ERROR;
}
static Value method_derive(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return group_new(vm, exception_field(args[0], GROUP_MESSAGE), args[1]);
}

static Value get_message(VM *vm, Value self) { return (void)vm, exception_field(self, GROUP_MESSAGE); }
static Value get_exceptions(VM *vm, Value self) { return (void)vm, exception_field(self, GROUP_EXCEPTIONS); }
static bool refuse_to_set(VM *vm, Value self, Value value) { return (void)self, (void)value, raise_error(vm, vm->types.AttributeError, "readonly attribute"), false; }
const GetSetDef group_getset[] = {{"message", get_message, refuse_to_set}, {"exceptions", get_exceptions, refuse_to_set}, {0}};
const NativeDef group_methods[] = {
    {"derive", {method_derive}, 1, 1, 0, NULL, DOC(NULL)},
    {"split", {method_split}, 0, -1, 0, NULL, DOC(NULL)},
    {"subgroup", {method_subgroup}, 0, -1, 0, NULL, DOC(NULL)},
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {0},
};

// ---- except* -------------------------------------------------------------------------------------------------------

static bool types_are_valid(VM *vm, Value types) {
    const Value *items = &types;
    size_t count = 1;
    if (is_tuple(types)) items = as_tuple(types)->items, count = as_tuple(types)->count;
    for (size_t i = 0; i < count; i++)
        if (!is_exception_class(items[i])) return raise_type_error(vm, "catching classes that do not inherit from BaseException is not allowed"), false;
    for (size_t i = 0; i < count; i++)
        if (type_is_subtype(as_type(items[i]), vm->types.BaseExceptionGroup))
            return raise_type_error(vm, "catching ExceptionGroup with except* is not allowed. Use except instead."), false;
    return true;
}

// It was raised nowhere: its traceback is None.
static Value wrap(VM *vm, Value exception) {
    Value single = tuple_pack(vm, 1, exception);
    return single == VALUE_ERROR ? VALUE_ERROR : group_new(vm, vm->empty_str, single);
}

bool exception_group_match(VM *vm, Value exception, Value types, Value *matched, Value *rest) {
    *matched = VALUE_NONE, *rest = exception;
    if (!types_are_valid(vm, types)) return false;
    int whole = exception_matches(vm, exception, types);
    if (whole < 0) return false;
    if (whole) {
        *matched = is_group(vm, exception) ? exception : wrap(vm, exception);
        *rest = VALUE_NONE;
        return *matched != VALUE_ERROR;
    }
    if (!is_group(vm, exception)) return true;
    Value pair = call_method(vm, exception, vm->names.split, &types, 1);
    if (pair == VALUE_ERROR) return false;
    if (!is_tuple(pair)) return raise_type_error(vm, "%T.split must return a tuple, not %T", exception, pair), false;
    if (as_tuple(pair)->count < 2) return raise_type_error(vm, "%T.split must return a 2-tuple, got tuple of size %zu", exception, as_tuple(pair)->count), false;
    *matched = as_tuple(pair)->items[0];
    *rest = as_tuple(pair)->items[1];
    bool good = (*matched == VALUE_NONE || is_exception(*matched)) && (*rest == VALUE_NONE || is_exception(*rest)); // they are going to be handled and raised
    return good || (raise_type_error(vm, "%T.split must return exceptions or None", exception), false);
}

// The same traceback, cause, context and notes: what is left of the exception that was caught, not a new one.
static bool is_part_of(VM *vm, Value exception, Value original) {
    Exception *a = as_exception(exception), *b = as_exception(original);
    if (a->traceback != b->traceback || a->cause != b->cause || a->context != b->context) return false;
    Value notes = instance_get(vm, &a->head, vm->names.__notes__), others = instance_get(vm, &b->head, vm->names.__notes__);
    if (notes == others) return true; // copied lists of equal notes have the same items
    return is_list(notes) && is_list(others) && as_list(notes)->count == as_list(others)->count &&
           (!as_list(notes)->count || !memcmp(as_list(notes)->items, as_list(others)->items, as_list(notes)->count * sizeof(Value)));
}

static bool add_leaves(VM *vm, Set *set, Value exception) {
    if (!is_group(vm, exception)) return set_add(vm, set, identity_of(exception));
    if (c_stack_exhausted(vm)) return false;
    for (size_t i = 0; i < members(vm, exception)->count; i++)
        if (!add_leaves(vm, set, members(vm, exception)->items[i])) return false;
    return true;
}

// `original` with only those of its plain exceptions that are also in `kept` (a list of groups), in its structure.
static Value projection(VM *vm, Value original, Value kept) {
    ROOT_SCOPE(vm);
    Value leaves = set_new(vm, vm->types.set, VALUE_UNBOUND), matched = VALUE_ERROR;
    bool good = leaves != VALUE_ERROR;
    if (good) root_push(vm, leaves);
    for (size_t i = 0; good && i < as_list(kept)->count; i++) good = add_leaves(vm, as_set(leaves), as_list(kept)->items[i]);
    Matcher matcher = {MATCH_INSTANCES, leaves};
    good = good && split(vm, original, &matcher, &matched, NULL);
    ROOT_END(vm);
    return good ? matched : VALUE_ERROR;
}

Value exception_group_join(VM *vm, Value original, List *raised) {
    if (!is_group(vm, original)) { // it was wrapped for one clause, so at most one thing was raised
        for (size_t i = 0; i < raised->count; i++)
            if (is_exception(raised->items[i])) return raised->items[i];
        return VALUE_NONE;
    }
    ROOT_SCOPE(vm);
    Value fresh = list_new(vm, NULL, 0), kept = list_new(vm, NULL, 0), rest = VALUE_ERROR;
    bool good = fresh != VALUE_ERROR && kept != VALUE_ERROR;
    if (good) root_push(vm, fresh), root_push(vm, kept);
    for (size_t i = 0; good && i < raised->count; i++) {
        Value exception = raised->items[i];
        if (is_exception(exception)) good = list_append(vm, as_list(is_part_of(vm, exception, original) ? kept : fresh), exception);
    }
    if (good) rest = as_list(kept)->count ? projection(vm, original, kept) : VALUE_NONE;
    ROOT_END(vm);
    if (!good || rest == VALUE_ERROR) return VALUE_ERROR;
    if (!as_list(fresh)->count) return rest;
    if (rest != VALUE_NONE && !list_append(vm, as_list(fresh), rest)) return VALUE_ERROR;
    return as_list(fresh)->count == 1 ? as_list(fresh)->items[0] : group_new(vm, vm->empty_str, fresh);
}
