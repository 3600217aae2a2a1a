// Match: what a match found.
#include "runtime/modules/re_private.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/memoryview.h"
#include "runtime/objects/str_private.h"

static Match *as_match(Value v) { return (Match *)as_object(v); }

Value regex_slice(VM *vm, Value string, Value keeper, size_t from, size_t to) {
    if (is_str(keeper)) {
        Str *s = as_str(keeper);
        if (from == 0 && to == s->size && is_exactly(string, vm->types.str)) return string;
        return str_is_ascii(s) ? str_new_counted(vm, s->text + from, to - from, to - from) : str_new(vm, s->text + from, to - from);
    }
    const Bytes *bytes = as_bytes(keeper);
    if (from == 0 && to == bytes->size && is_exactly(string, vm->types.bytes)) return string;
    return bytes_new(vm, bytes->data + from, to - from);
}

Value regex_group(VM *vm, const Subject *subject, const size_t *spans, size_t group, Value otherwise) {
    if (spans[2 * group] == PCRE2_UNSET) return otherwise;
    return regex_slice(vm, subject->string, subject->keeper, spans[2 * group], spans[2 * group + 1]);
}

// The group that was closed last: of two outside of lookarounds the one that ends later in the text; else, and when they end at the same
// place, the one whose parenthesis closes later in the pattern.
static int64_t last_group(const Pattern *p, const size_t *spans) {
    int64_t last = -1;
    for (uint32_t i = 1; i <= p->groups; i++) {
        if (spans[2 * i] == PCRE2_UNSET) continue;
        if (last < 0) {
            last = i;
            continue;
        }
        uint32_t rank = p->close_ranks[i], last_rank = p->close_ranks[last];
        size_t end = spans[2 * i + 1], last_end = spans[2 * last + 1];
        bool later = (rank | last_rank) & 1 || end == last_end ? rank > last_rank : end > last_end;
        if (later) last = i;
    }
    return last;
}

Value regex_match_new(VM *vm, Pattern *pattern, const Subject *subject) {
    size_t count = 2 * ((size_t)pattern->groups + 1);
    Match *m = object_new(vm, regex_state(vm)->match_type, sizeof *m + count * sizeof *m->spans);
    if (!m) return VALUE_ERROR;
    const size_t *spans = regex_spans(vm);
    m->pattern = pattern;
    m->string = subject->string, m->keeper = subject->keeper;
    m->pos = subject->pos, m->endpos = subject->endpos;
    m->is_utf = subject->is_utf;
    memcpy(m->spans, spans, count * sizeof *spans);
    m->last_index = pattern->first_groups ? regex_state(vm)->phrase : pattern->groups ? last_group(pattern, spans) : -1;
    return from_object(m);
}

static void match_trace(VM *vm, Object *self) {
    Match *m = (Match *)self;
    gc_mark_object(vm, m->pattern);
    gc_mark(vm, m->string), gc_mark(vm, m->keeper);
}

// The number of the group that `which` (number or name) means; -1: raised.
static int64_t group_number(VM *vm, const Match *m, Value which) {
    int64_t number = -1;
    if (is_small_int(which)) number = small_int(which);
    else if (value_type(vm, which)->slots.unary[SLOT_INDEX]) {
        if (!op_index_int64(vm, which, &number, true)) return -1;
    } else {
        Value found = dict_get(vm, as_dict(m->pattern->group_index), which);
        if (found == VALUE_ERROR && !error_matches(vm, vm->types.TypeError)) return -1;
        if (found == VALUE_ERROR) error_clear(vm);
        else if (found != VALUE_UNBOUND) number = small_int(found);
    }
    if (number >= 0 && number <= (int64_t)m->pattern->groups) return number;
    raise_index_error(vm, "no such group");
    return -1;
}

static Value group_text(VM *vm, const Match *m, size_t group, Value otherwise) {
    if (m->spans[2 * group] == SIZE_MAX) return otherwise;
    return regex_slice(vm, m->string, m->keeper, m->spans[2 * group], m->spans[2 * group + 1]);
}

static Value match_get_item(VM *vm, Value self, Value key) {
    int64_t number = group_number(vm, as_match(self), key);
    return number < 0 ? VALUE_ERROR : group_text(vm, as_match(self), (size_t)number, VALUE_NONE);
}

static Value match_group(VM *vm, Value *args, uint32_t count) {
    if (count == 1) return group_text(vm, as_match(args[0]), 0, VALUE_NONE);
    if (count == 2) return match_get_item(vm, args[0], args[1]);
    Value tuple = tuple_new(vm, NULL, count - 1);
    ROOT_SCOPE(vm);
    if (tuple != VALUE_ERROR) root_push(vm, tuple);
    for (uint32_t i = 1; tuple != VALUE_ERROR && i < count; i++) {
        Value text = match_get_item(vm, args[0], args[i]);
        if (text == VALUE_ERROR) tuple = VALUE_ERROR;
        else gc_store(vm, as_object(tuple), &as_tuple(tuple)->items[i - 1], text);
    }
    ROOT_END(vm);
    return tuple;
}

static Value match_groups(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Match *m = as_match(args[0]);
    Value otherwise = args[1] == VALUE_UNBOUND ? VALUE_NONE : args[1], tuple = tuple_new(vm, NULL, m->pattern->groups);
    for (uint32_t i = 1; tuple != VALUE_ERROR && i <= m->pattern->groups; i++) {
        Value text = group_text(vm, m, i, otherwise);
        if (text == VALUE_ERROR) return VALUE_ERROR;
        as_tuple(tuple)->items[i - 1] = text;
    }
    return tuple;
}

static Value match_groupdict(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Match *m = as_match(args[0]);
    Value otherwise = args[1] == VALUE_UNBOUND ? VALUE_NONE : args[1], name, number;
    Dict *dict = dict_new(vm);
    for (size_t at = 0; dict && dict_next(as_dict(m->pattern->group_index), &at, &name, &number);) {
        Value text = group_text(vm, m, (size_t)small_int(number), otherwise);
        if (text == VALUE_ERROR || !dict_set(vm, dict, name, text)) return VALUE_ERROR;
    }
    return dict ? from_object(dict) : VALUE_ERROR;
}

// ---- positions -----------------------------------------------------------------------------------------------------

// A byte offset of the match as an index into its string; -1: the group did not match.
static Value position(VM *vm, const Match *m, size_t offset) {
    if (offset == SIZE_MAX) return from_small_int(-1);
    return from_small_int((int64_t)(m->is_utf ? str_index_at(vm, as_str(m->keeper), offset) : offset));
}

static int64_t group_argument(VM *vm, const Value *args, uint32_t count) { return count > 1 ? group_number(vm, as_match(args[0]), args[1]) : 0; }
static Value span_of(VM *vm, const Match *m, size_t group) { return tuple_pack(vm, 2, position(vm, m, m->spans[2 * group]), position(vm, m, m->spans[2 * group + 1])); }

static Value match_start(VM *vm, Value *args, uint32_t count) {
    int64_t group = group_argument(vm, args, count);
    return group < 0 ? VALUE_ERROR : position(vm, as_match(args[0]), as_match(args[0])->spans[2 * group]);
}
static Value match_end(VM *vm, Value *args, uint32_t count) {
    int64_t group = group_argument(vm, args, count);
    return group < 0 ? VALUE_ERROR : position(vm, as_match(args[0]), as_match(args[0])->spans[2 * group + 1]);
}
static Value match_span(VM *vm, Value *args, uint32_t count) {
    int64_t group = group_argument(vm, args, count);
    return group < 0 ? VALUE_ERROR : span_of(vm, as_match(args[0]), (size_t)group);
}
static Value match_regs(VM *vm, Value self) {
    const Match *m = as_match(self);
    Value tuple = tuple_new(vm, NULL, m->pattern->groups + 1);
    for (uint32_t i = 0; tuple != VALUE_ERROR && i <= m->pattern->groups; i++) {
        Value span = span_of(vm, m, i);
        if (span == VALUE_ERROR) return VALUE_ERROR;
        as_tuple(tuple)->items[i] = span;
    }
    return tuple;
}

// ---- the rest ------------------------------------------------------------------------------------------------------

static Value match_expand(VM *vm, Value *args, uint32_t count) { return (void)count, regex_expand(vm, as_match(args[0]), args[1]); }
static Value match_copy(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, args[0]; }

static Value match_repr(VM *vm, Value self) {
    const Match *m = as_match(self);
    Value text = group_text(vm, m, 0, VALUE_NONE), repr = text == VALUE_ERROR ? VALUE_ERROR : op_repr(vm, text);
    Value span = repr == VALUE_ERROR ? VALUE_ERROR : span_of(vm, m, 0);
    if (span == VALUE_ERROR) return VALUE_ERROR;
    Value shown = as_str(repr)->length > 50 ? str_slice(vm, as_str(repr), 0, 50) : repr;
    return shown == VALUE_ERROR ? VALUE_ERROR : str_from_format(vm, "<%T object; span=%R, match=%S>", self, span, shown);
}

static Value get_pos(VM *vm, Value self) { return (void)vm, from_small_int((int64_t)as_match(self)->pos); }
static Value get_endpos(VM *vm, Value self) { return (void)vm, from_small_int((int64_t)as_match(self)->endpos); }
static Value get_string(VM *vm, Value self) { return (void)vm, as_match(self)->string; }
static Value get_re(VM *vm, Value self) { return (void)vm, from_object(as_match(self)->pattern); }
static Value get_lastindex(VM *vm, Value self) { return (void)vm, as_match(self)->last_index < 0 ? VALUE_NONE : from_small_int(as_match(self)->last_index); }
static Value get_lastgroup(VM *vm, Value self) {
    (void)vm;
    const Match *m = as_match(self);
    return m->last_index < 0 ? VALUE_NONE : as_tuple(m->pattern->names)->items[m->last_index];
}

static const NativeDef match_methods[] = {
    {"group", {match_group}, 0, -1, 0, NULL, DOC("group([group1, ...]) -> str or tuple.\n    Return subgroup(s) of the match by indices or names.\n    For 0 returns the entire match.")},
    {"groups", {match_groups}, 0, 1, 0, "default", DOC("Return a tuple containing all the subgroups of the match, from 1.")},
    {"groupdict", {match_groupdict}, 0, 1, 0, "default", DOC("Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.")},
    {"start", {match_start}, 0, 1, 0, NULL, DOC("Return index of the start of the substring matched by group.")},
    {"end", {match_end}, 0, 1, 0, NULL, DOC("Return index of the end of the substring matched by group.")},
    {"span", {match_span}, 0, 1, 0, NULL, DOC("For match object m, return the 2-tuple (m.start(group), m.end(group)).")},
    {"expand", {match_expand}, 1, 1, 0, "template", DOC("Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.")},
    {"__copy__", {match_copy}, 0, 0, 0, NULL, DOC(NULL)},
    {"__deepcopy__", {match_copy}, 1, 1, 0, NULL, DOC(NULL)},
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {0},
};
static const GetSetDef match_getset[] = {
    {"string", get_string, NULL}, {"re", get_re, NULL}, {"pos", get_pos, NULL}, {"endpos", get_endpos, NULL}, {"lastindex", get_lastindex, NULL}, {"lastgroup", get_lastgroup, NULL}, {"regs", match_regs, NULL},
    {0},
};
const TypeSpec regex_match_spec = {
    .name = "re.Match",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Match),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE | TYPE_ONLY_SUBSCRIPTED,
    .slots = SLOTS(SLOT(repr, match_repr), SLOT(get_item, match_get_item), SLOT(trace, match_trace)),
    .methods = match_methods,
    .getset = match_getset,
    .doc = TYPE_DOC("The result of re.match() and re.search().\nMatch objects always have a boolean value of True."),
};
