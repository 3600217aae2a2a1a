// Replacement templates (sub, subn, expand): text with \1, \g<name> and escapes, read into pieces of literal text and groups.
#include "runtime/modules/re_private.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/text.h"

typedef struct Piece {
    size_t from, size, characters; // of Template.literal; bytes
    int64_t group;     // put behind it; -1: none
} Piece;
typedef struct Template {
    RegexSource source;
    StrBuilder literal;
    Piece *pieces; // block
    size_t count, capacity, from, characters; // where the current piece of literal text began
} Template;

static bool add_piece(Template *t, int64_t group) {
    if (t->count == t->capacity) {
        size_t capacity = t->capacity ? 2 * t->capacity : 4;
        Piece *larger = block_resize(t->source.vm, t->pieces, t->capacity * sizeof *larger, capacity * sizeof *larger);
        if (!larger) return t->source.failure = REGEX_RAISED, false;
        t->pieces = larger, t->capacity = capacity;
    }
    t->pieces[t->count++] = (Piece){t->from, t->literal.size - t->from, t->literal.length - t->characters, group};
    t->from = t->literal.size, t->characters = t->literal.length;
    return true;
}

static void add_character(Template *t, uint32_t c) {
    char byte = (char)c;
    if (t->source.is_text || c < 128) str_builder_add_char(&t->literal, c);
    else str_builder_add(&t->literal, &byte, 1);
}

static bool add_group(Template *t, const Pattern *p, uint64_t group, size_t position) {
    if (group > p->groups) return regex_fail(&t->source, position, "invalid group reference %zu", (size_t)group);
    return add_piece(t, (int64_t)group);
}

// \g<name>, \g<1>
static bool read_group(Template *t, const Pattern *p) {
    RegexSource *s = &t->source;
    if (!regex_take(s, '<')) return regex_fail(s, s->at, "missing <");
    Value name = regex_until(s, '>', "group name");
    if (name == VALUE_ERROR) return false;
    size_t position = s->at - as_str(name)->length - 1;
    uint64_t group;
    if (regex_parse_number(name, &group)) return add_group(t, p, group, position);
    if (!regex_check_name(s, name, 1)) return false;
    Value found = dict_get(s->vm, as_dict(p->group_index), name);
    if (found == VALUE_UNBOUND) raise_index_error(s->vm, "unknown group name %R", name);
    if (found == VALUE_ERROR || found == VALUE_UNBOUND) return s->failure = REGEX_RAISED, false;
    return add_piece(t, small_int(found));
}

// \0, \12, \123: octal or a group.
static bool read_number(Template *t, const Pattern *p, size_t start) {
    RegexSource *s = &t->source;
    uint32_t first = s->text[start + 1], value = first - '0';
    bool has_next = s->at < s->size;
    if (first == '0') {
        for (int i = 0; i < 2 && s->at < s->size && regex_is_octal(s->text[s->at]); i++) value = value * 8 + s->text[s->at++] - '0';
        return add_character(t, value & 0xff), true;
    }
    if (!has_next || !regex_is_digit(s->text[s->at])) return add_group(t, p, value, start + 1);
    uint32_t second = s->text[s->at++];
    if (regex_is_octal(first) && regex_is_octal(second) && s->at < s->size && regex_is_octal(s->text[s->at])) {
        value = (value * 8 + second - '0') * 8 + s->text[s->at++] - '0';
        if (value <= 0377) return add_character(t, value), true;
        Value text = regex_text(s, start, s->at);
        return text != VALUE_ERROR && regex_fail(s, start, "octal escape value %U outside of range 0-0o377", as_str(text));
    }
    return add_group(t, p, value * 10 + second - '0', start + 1);
}

static bool read_template(Template *t, const Pattern *p) {
    RegexSource *s = &t->source;
    for (;;) {
        RegexToken token;
        size_t start = s->at;
        if (!regex_next(s, &token)) return false;
        if (token.is_end) return add_piece(t, -1);
        if (!token.is_escape) {
            add_character(t, token.c);
            continue;
        }
        bool good = true;
        if (token.c == 'g') good = read_group(t, p);
        else if (regex_is_digit(token.c)) good = read_number(t, p, start);
        else if (regex_simple_escape(token.c) >= 0) add_character(t, (uint32_t)regex_simple_escape(token.c));
        else if (regex_is_letter(token.c)) good = regex_fail(s, start, "bad escape \\%c", (int)token.c);
        else add_character(t, '\\'), add_character(t, token.c);
        if (!good) return false;
    }
}

static void template_close(Template *t) {
    regex_source_close(&t->source);
    if (t->pieces) block_free(t->source.vm, t->pieces, t->capacity * sizeof *t->pieces);
    str_builder_discard(&t->literal);
}

// False: raised, and nothing to close.
static bool template_open_text(VM *vm, Template *t, const Pattern *p, Value text) {
    str_builder_init(&t->literal, vm);
    bool opened = regex_source_open(vm, &t->source, text, "expected string or bytes-like object"), good = opened && read_template(t, p);
    if (good && t->literal.failed) t->source.failure = REGEX_RAISED, good = false;
    if (good) return true;
    RegexSource failure = t->source;
    failure.vm = vm;
    t->source.vm = vm;
    template_close(t);
    if (opened) regex_raise(&failure, text);
    return false;
}

static bool template_open(VM *vm, Template *t, const Pattern *p, Value text) {
    *t = (Template){0};
    const unsigned char *data;
    size_t size;
    if (is_str(text) || is_bytes(text) || is_bytearray(text)) return template_open_text(vm, t, p, text);
    if (!bytes_view(text, &data, &size)) return raise_type_error(vm, "decoding to str: need a bytes-like object, %T found", text), false;
    ROOT_SCOPE(vm);
    Value copy = bytes_new(vm, data, size);
    bool opened = copy != VALUE_ERROR && (root_push(vm, copy), template_open_text(vm, t, p, copy));
    ROOT_END(vm);
    return opened;
}

// ---- filling in --------------------------------------------------------------------------------------------------

// Adds text[from, to) of a subject.
static void add_slice(StrBuilder *out, const Subject *subject, size_t from, size_t to) {
    if (to > from) str_builder_add(out, subject->text + from, to - from);
}

static void fill_in(StrBuilder *out, const Template *t, const Subject *subject, const size_t *spans) {
    for (size_t i = 0; i < t->count; i++) {
        const Piece *piece = &t->pieces[i];
        if (piece->size) str_builder_add(out, t->literal.text + piece->from, piece->size);
        if (piece->group >= 0 && spans[2 * piece->group] != SIZE_MAX) add_slice(out, subject, spans[2 * piece->group], spans[2 * piece->group + 1]);
    }
}

// What was built, as str or bytes.
static Value finish(VM *vm, StrBuilder *out, bool is_bytes_pattern) {
    if (!is_bytes_pattern) return str_builder_finish(out);
    Value result = out->failed ? VALUE_ERROR : bytes_new(vm, out->text ? out->text : "", out->size);
    str_builder_discard(out);
    return result;
}

static bool check_kind(VM *vm, const Pattern *p, Value text, size_t item) {
    if (p->is_bytes == !is_str(text)) return true;
    return raise_type_error(vm, p->is_bytes ? "sequence item %zu: expected a bytes-like object, %T found" : "sequence item %zu: expected str instance, %T found", item, text), false;
}

Value regex_expand(VM *vm, const Match *m, Value text) {
    Template t;
    if (!template_open(vm, &t, m->pattern, text)) return VALUE_ERROR;
    StrBuilder out;
    str_builder_init(&out, vm);
    Subject subject = {.string = m->string, .keeper = m->keeper};
    subject.text = is_str(m->keeper) ? as_str(m->keeper)->text : (const char *)((const Bytes *)as_object(m->keeper))->data;
    fill_in(&out, &t, &subject, m->spans);
    template_close(&t);
    return finish(vm, &out, !is_str(text));
}

// ---- sub and subn ------------------------------------------------------------------------------------------------

typedef struct Substitution {
    Pattern *pattern;
    Subject subject;
    StrBuilder out;
    int64_t done, most; // most 0: all
    size_t copied;      // of the subject
} Substitution;

// 1: there is a next match, what is before it is copied; 0, -1 raised
static int next_match(VM *vm, Substitution *s, RegexWalk *walk) {
    if (s->most && s->done >= s->most) return 0;
    int found = regex_walk(vm, s->pattern, REGEX_SEARCH, &s->subject, walk);
    if (found <= 0) return found;
    const size_t *spans = regex_spans(vm);
    add_slice(&s->out, &s->subject, s->copied, spans[0]);
    s->copied = spans[1];
    s->done++;
    return 1;
}

static bool add_result(VM *vm, Substitution *s, Value text) {
    const unsigned char *data;
    size_t size;
    if (text == VALUE_NONE) return true;
    if (s->pattern->is_bytes) {
        if (!bytes_view(text, &data, &size)) return check_kind(vm, s->pattern, text, (size_t)(s->copied > 0)), error_is_set(vm) ? false : (raise_type_error(vm, "sequence item 0: expected a bytes-like object, %T found", text), false);
        str_builder_add(&s->out, (const char *)data, size);
        return true;
    }
    if (!is_str(text)) return raise_type_error(vm, "sequence item %zu: expected str instance, %T found", (size_t)(s->out.size > 0), text), false;
    str_builder_add_str(&s->out, as_str(text));
    return true;
}

static bool substitute_calls(VM *vm, Substitution *s, Value function) {
    RegexWalk walk = {0};
    int found;
    while ((found = next_match(vm, s, &walk)) > 0) {
        Value match = regex_match_new(vm, s->pattern, &s->subject), text = match == VALUE_ERROR ? VALUE_ERROR : call_value(vm, function, &match, 1);
        if (text == VALUE_ERROR || !add_result(vm, s, text)) return false;
    }
    return found == 0;
}

static bool substitute_template(VM *vm, Substitution *s, Value text) {
    Template t;
    if (!template_open(vm, &t, s->pattern, text)) return false;
    RegexWalk walk = {0};
    int found;
    bool same_kind = s->pattern->is_bytes == !is_str(text), has_literal = t.literal.size > 0;
    while ((found = next_match(vm, s, &walk)) > 0) {
        if (has_literal && !same_kind) {
            template_close(&t);
            return check_kind(vm, s->pattern, text, (size_t)(s->out.size > 0));
        }
        fill_in(&s->out, &t, &s->subject, regex_spans(vm));
    }
    template_close(&t);
    return found == 0;
}

Value regex_substitute(VM *vm, Pattern *pattern, Value replacement, Value string, Value count, bool with_count) {
    Substitution s = {.pattern = pattern};
    if (count != VALUE_UNBOUND && !text_size_argument(vm, count, &s.most)) return VALUE_ERROR;
    if (!regex_subject(vm, pattern, &s.subject, string, VALUE_UNBOUND, VALUE_UNBOUND)) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(pattern)), root_push(vm, s.subject.keeper);
    str_builder_init(&s.out, vm);
    bool calls = !is_str(replacement) && !is_bytes(replacement) && value_type(vm, replacement)->slots.call;
    bool good = calls ? substitute_calls(vm, &s, replacement) : substitute_template(vm, &s, replacement);
    Value result = VALUE_ERROR;
    if (good && !s.done) {
        str_builder_discard(&s.out);
        result = regex_slice(vm, string, s.subject.keeper, 0, s.subject.size);
    } else if (good) {
        add_slice(&s.out, &s.subject, s.copied, s.subject.size);
        result = finish(vm, &s.out, pattern->is_bytes);
    } else {
        str_builder_discard(&s.out);
    }
    ROOT_END(vm);
    return result == VALUE_ERROR || !with_count ? result : tuple_pack(vm, 2, result, from_small_int(s.done));
}
