// Reading patterns: the syntax of the library reference ("Regular Expression Syntax"), its errors, and the widths that lookbehinds need.
// Recursive descent: alternatives, branches, items; every item is written to r->out as it is read, so that a quantifier behind it can be added.
#include "runtime/modules/re_private.h"
#include "runtime/objects/bytes.h"
#include "base/unicode_names.h"

// What stands before a quantifier.
typedef enum ItemKind { ITEM_NONE, ITEM_POSITION, ITEM_REPEATED, ITEM_OTHER } ItemKind;
typedef struct Branch {
    uint32_t flags;
    uint32_t depth;  // of groups around it
    bool is_first;   // nothing of the pattern stands before it: global flags may
    ItemKind last;
    size_t start;    // of the last item in r->out
    RegexWidth total, width; // of the items before the last; of the last
} Branch;

static bool read_alternatives(RegexReader *r, uint32_t flags, uint32_t depth, RegexWidth *width);
static bool read_branch(RegexReader *r, Branch *branch);

static bool fail_here(RegexReader *r, size_t back, const char *message) { return regex_fail(&r->source, r->source.at - back, "%s", message); }

static uint64_t add_widths(uint64_t a, uint64_t b) { return a + b > REGEX_WIDTH_MAX ? REGEX_WIDTH_MAX : a + b; }
static uint64_t multiply_width(uint64_t width, uint64_t times) {
    uint64_t product;
    return __builtin_mul_overflow(width, times, &product) || product > REGEX_WIDTH_MAX ? REGEX_WIDTH_MAX : product;
}

static void begin_item(RegexReader *r, Branch *branch, ItemKind kind, uint64_t low, uint64_t high) {
    branch->total.low = add_widths(branch->total.low, branch->width.low);
    branch->total.high = add_widths(branch->total.high, branch->width.high);
    branch->width = (RegexWidth){low, high};
    branch->last = kind;
    branch->start = r->out.size;
}

// ---- escapes -----------------------------------------------------------------------------------------------------

static int hex_value(uint32_t c) { return regex_is_digit(c) ? (int)c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (int)(c | 32) - 'a' + 10 : -1; }

static bool bad_escape(RegexReader *r, size_t start) {
    Value text = regex_text(&r->source, start, r->source.at);
    return text != VALUE_ERROR && regex_fail(&r->source, start, "bad escape %U", as_str(text));
}

// \xhh, \uhhhh, \Uhhhhhhhh; `start` is where the backslash is.
static bool read_hex(RegexReader *r, size_t start, unsigned digits, uint32_t *out) {
    RegexSource *s = &r->source;
    uint64_t value = 0;
    unsigned count = 0;
    for (; count < digits && s->at < s->size && hex_value(s->text[s->at]) >= 0; count++) value = value * 16 + (uint64_t)hex_value(s->text[s->at++]);
    if (count < digits) {
        Value text = regex_text(s, start, s->at);
        return text != VALUE_ERROR && regex_fail(s, start, "incomplete escape %U", as_str(text));
    }
    *out = (uint32_t)value;
    return value <= 0x10FFFF || bad_escape(r, start);
}

static bool read_octal(RegexReader *r, size_t start, unsigned more, uint32_t *out) {
    RegexSource *s = &r->source;
    for (; more && s->at < s->size && regex_is_octal(s->text[s->at]); more--) s->at++;
    uint32_t value = 0;
    for (size_t i = start + 1; i < s->at; i++) value = value * 8 + s->text[i] - '0';
    *out = value;
    if (value <= 0377) return true;
    Value text = regex_text(s, start, s->at);
    return text != VALUE_ERROR && regex_fail(s, start, "octal escape value %U outside of range 0-0o377", as_str(text));
}

// \N{name}
static bool read_character_name(RegexReader *r, size_t start, uint32_t *out) {
    if (!regex_take(&r->source, '{')) return fail_here(r, 0, "missing {");
    Value name = regex_until(&r->source, '}', "character name");
    if (name == VALUE_ERROR) return false;
    return unicode_name_lookup(as_str(name)->text, as_str(name)->size, out) || regex_fail(&r->source, start, "undefined character name %R", name);
}

// Escapes that mean the same everywhere: 1 *out is the character, 0 not one of them, -1 failed.
static int read_common_escape(RegexReader *r, const RegexToken *token, size_t start, uint32_t *out) {
    bool is_text = r->source.is_text;
    if (token->c == 'x') return read_hex(r, start, 2, out) ? 1 : -1;
    if (token->c == 'u' && is_text) return read_hex(r, start, 4, out) ? 1 : -1;
    if (token->c == 'U' && is_text) return read_hex(r, start, 8, out) ? 1 : -1;
    if (token->c == 'N' && is_text) return read_character_name(r, start, out) ? 1 : -1;
    return 0;
}

static unsigned category_of(uint32_t c) {
    switch (c) {
    case 'd': return REGEX_DIGIT;
    case 'D': return REGEX_NOT_DIGIT;
    case 's': return REGEX_SPACE;
    case 'S': return REGEX_NOT_SPACE;
    case 'w': return REGEX_WORD;
    case 'W': return REGEX_NOT_WORD;
    default: return 0;
    }
}

// An escape between brackets: a class (then *category), or a character.
static bool read_set_escape(RegexReader *r, const RegexToken *token, size_t start, uint32_t *c, unsigned *category) {
    *category = category_of(token->c);
    if (*category) return true;
    int simple = regex_simple_escape(token->c), common;
    if (simple >= 0) return *c = (uint32_t)simple, true;
    if ((common = read_common_escape(r, token, start, c))) return common > 0;
    if (regex_is_octal(token->c)) return read_octal(r, start, 2, c);
    if (regex_is_digit(token->c) || regex_is_letter(token->c)) return bad_escape(r, start);
    *c = token->c;
    return true;
}

// ---- sets --------------------------------------------------------------------------------------------------------

static bool add_range(RegexReader *r, RegexSet *set, uint32_t low, uint32_t high) {
    if (set->count == set->capacity) {
        size_t capacity = set->capacity ? 2 * set->capacity : 8;
        RegexRange *larger = block_resize(r->source.vm, set->ranges, set->capacity * sizeof *larger, capacity * sizeof *larger);
        if (!larger) return r->source.failure = REGEX_RAISED, false;
        set->ranges = larger, set->capacity = capacity;
    }
    set->ranges[set->count++] = (RegexRange){low, high};
    return true;
}

static void suspect(RegexReader *r, const char *what, size_t position) {
    if (r->suspect_count < REGEX_SUSPECTS_MAX) r->suspects[r->suspect_count++] = (RegexSuspect){what, position};
}
static void suspect_operator(RegexReader *r, const RegexToken *token, size_t start) {
    const RegexSource *s = &r->source;
    const char *what = token->is_escape ? NULL : token->c == '-' ? "set difference" : token->c == '&' ? "set intersection" : token->c == '~' ? "set symmetric difference" : token->c == '|' ? "set union" : NULL;
    if (what && s->at < s->size && s->text[s->at] == token->c) suspect(r, what, start);
}

// One member: a character or class, or a range. `token` is its first. *closed: the bracket behind "a-]" is taken.
static bool read_set_member(RegexReader *r, RegexSet *set, const RegexToken *token, size_t start, size_t bracket, bool *closed) {
    RegexSource *s = &r->source;
    uint32_t low = token->c, high;
    unsigned category = 0, high_category = 0;
    if (token->is_escape && !read_set_escape(r, token, start, &low, &category)) return false;
    if (!regex_take(s, '-')) return category ? set->categories |= category, true : add_range(r, set, low, low);
    RegexToken that;
    size_t that_start = s->at;
    if (!regex_next(s, &that)) return false;
    if (that.is_end) return regex_fail(s, bracket, "unterminated character set");
    if (!that.is_escape && that.c == ']') {
        *closed = true;
        set->categories |= category;
        return (category || add_range(r, set, low, low)) && add_range(r, set, '-', '-');
    }
    high = that.c;
    if (!that.is_escape && high == '-') suspect(r, "set difference", s->at - 2);
    if (that.is_escape && !read_set_escape(r, &that, that_start, &high, &high_category)) return false;
    if (!category && !high_category && low <= high) return add_range(r, set, low, high);
    // the message names the two tokens, without the digits of an escape
    size_t first_size = token->is_escape ? 2 : 1, second_size = that.is_escape ? 2 : 1;
    Value first = regex_text(s, start, start + first_size), second = regex_text(s, that_start, that_start + second_size);
    if (first == VALUE_ERROR || second == VALUE_ERROR) return false;
    return regex_fail(s, s->at - (first_size + 1 + second_size), "bad character range %U-%U", as_str(first), as_str(second));
}

static bool read_set_members(RegexReader *r, RegexSet *set, size_t bracket) {
    RegexSource *s = &r->source;
    for (bool closed = false, any = false; !closed; any = true) {
        RegexToken token;
        size_t start = s->at;
        if (!regex_next(s, &token)) return false;
        if (token.is_end) return regex_fail(s, bracket, "unterminated character set");
        if (any && !token.is_escape && token.c == ']') break;
        if (any) suspect_operator(r, &token, start);
        if (!read_set_member(r, set, &token, start, bracket, &closed)) return false;
    }
    return true;
}

static bool read_set(RegexReader *r, Branch *branch) {
    RegexSet set = {0};
    size_t bracket = r->source.at - 1;
    if (r->source.at < r->source.size && r->source.text[r->source.at] == '[') suspect(r, "nested set", r->source.at);
    set.negated = regex_take(&r->source, '^');
    bool good = read_set_members(r, &set, bracket);
    if (good) {
        begin_item(r, branch, ITEM_OTHER, 1, 1);
        regex_emit_set(r, branch->flags, &set);
    }
    if (set.ranges) block_free(r->source.vm, set.ranges, set.capacity * sizeof *set.ranges);
    return good;
}

// ---- groups and references ---------------------------------------------------------------------------------------

static bool is_closed(const RegexReader *r, uint64_t group) { return group < r->group_count && r->groups[group].close_rank; }

static bool open_group(RegexReader *r, Value name, bool is_named, uint32_t *number) {
    if (r->group_count == r->group_capacity) {
        uint32_t capacity = r->group_capacity ? 2 * r->group_capacity : 8;
        RegexGroup *larger = block_resize(r->source.vm, r->groups, r->group_capacity * sizeof *larger, capacity * sizeof *larger);
        if (!larger) return r->source.failure = REGEX_RAISED, false;
        r->groups = larger, r->group_capacity = capacity;
    }
    for (uint32_t i = 0; is_named && i < r->group_count; i++)
        if (r->groups[i].is_named && str_equal(as_str(r->groups[i].name), as_str(name)))
            return regex_fail(&r->source, r->source.at - as_str(name)->length - 1, "redefinition of group name %R as group %u; was group %u", name, r->group_count, i);
    *number = r->group_count++;
    r->groups[*number] = (RegexGroup){.name = name, .is_named = is_named, .in_lookaround = r->lookarounds > 0};
    return true;
}

static void close_group(RegexReader *r, uint32_t number, RegexWidth width) {
    r->groups[number].width = width;
    r->groups[number].close_rank = ++r->closed;
}

// -1: there is no group of this name
static int64_t group_named(const RegexReader *r, Value name) {
    for (uint32_t i = 1; i < r->group_count; i++)
        if (r->groups[i].is_named && str_equal(as_str(r->groups[i].name), as_str(name))) return i;
    return -1;
}

static bool check_lookbehind_group(RegexReader *r, uint64_t group) {
    if (!r->lookbehind_groups) return true;
    if (!is_closed(r, group)) return fail_here(r, 0, "cannot refer to an open group");
    return group < r->lookbehind_groups || fail_here(r, 0, "cannot refer to group defined in the same lookbehind subpattern");
}

static bool emit_reference(RegexReader *r, Branch *branch, uint32_t group) {
    if (!check_lookbehind_group(r, group)) return false;
    begin_item(r, branch, ITEM_OTHER, r->groups[group].width.low, r->groups[group].width.high);
    regex_emit(r, "\\g{");
    regex_emit_number(r, r->first_group + group);
    regex_emit(r, "}");
    return true;
}

static bool read_named_reference(RegexReader *r, Branch *branch) {
    Value name = regex_until(&r->source, ')', "group name");
    if (name == VALUE_ERROR || !regex_check_name(&r->source, name, 1)) return false;
    int64_t group = group_named(r, name);
    size_t position = r->source.at - as_str(name)->length - 1;
    if (group < 0) return regex_fail(&r->source, position, "unknown group name %R", name);
    if (!is_closed(r, (uint64_t)group)) return regex_fail(&r->source, position, "cannot refer to an open group");
    return emit_reference(r, branch, (uint32_t)group);
}

static bool unterminated(RegexReader *r, size_t start) { return regex_fail(&r->source, start, "missing ), unterminated subpattern"); }

// Alternatives up to the closing parenthesis, which is taken.
static bool read_group_body(RegexReader *r, uint32_t flags, uint32_t depth, size_t start, RegexWidth *width) {
    if (!read_alternatives(r, flags, depth + 1, width)) return false;
    return regex_take(&r->source, ')') || unterminated(r, start);
}

static bool read_comment(RegexReader *r, size_t start) {
    RegexToken token;
    do {
        if (!regex_next(&r->source, &token)) return false;
        if (token.is_end) return regex_fail(&r->source, start, "missing ), unterminated comment");
    } while (token.is_escape || token.c != ')');
    return true;
}

// (?=...) (?!...) (?<=...) (?<!...), read up to the character before the body.
static bool read_lookaround(RegexReader *r, Branch *branch, size_t start, bool is_behind, bool is_negative) {
    uint32_t outer = r->lookbehind_groups;
    RegexWidth width;
    begin_item(r, branch, ITEM_OTHER, 0, 0);
    regex_emit(r, is_behind ? is_negative ? "(?<!" : "(?<=" : is_negative ? "(?!" : "(?=");
    if (is_behind && !outer) r->lookbehind_groups = r->group_count;
    r->lookarounds++;
    if (!read_group_body(r, branch->flags, branch->depth, start, &width)) return false;
    r->lookarounds--;
    r->lookbehind_groups = outer;
    r->bad_lookbehind |= is_behind && width.low != width.high;
    regex_emit(r, ")");
    return true;
}

static bool add_forward_reference(RegexReader *r, uint64_t group, size_t at) {
    for (uint32_t i = 0; i < r->reference_count; i++)
        if (r->references[i].group == group) return true;
    if (r->reference_count == r->reference_capacity) {
        uint32_t capacity = r->reference_capacity ? 2 * r->reference_capacity : 4;
        RegexReference *larger = block_resize(r->source.vm, r->references, r->reference_capacity * sizeof *larger, capacity * sizeof *larger);
        if (!larger) return r->source.failure = REGEX_RAISED, false;
        r->references = larger, r->reference_capacity = capacity;
    }
    r->references[r->reference_count++] = (RegexReference){group, at};
    return true;
}

// The name or number of a condition.
static bool read_condition(RegexReader *r, uint64_t *group) {
    Value name = regex_until(&r->source, ')', "group name");
    if (name == VALUE_ERROR) return false;
    size_t position = r->source.at - as_str(name)->length - 1;
    if (regex_parse_number(name, group)) {
        if (!*group) return regex_fail(&r->source, position, "bad group number");
        if (*group >= UINT32_MAX / 2) return regex_fail(&r->source, position, "invalid group reference %zu", (size_t)*group);
        if (!add_forward_reference(r, *group, position)) return false;
    } else {
        if (!regex_check_name(&r->source, name, 1)) return false;
        int64_t found = group_named(r, name);
        if (found < 0) return regex_fail(&r->source, position, "unknown group name %R", name);
        *group = (uint64_t)found;
    }
    return check_lookbehind_group(r, *group);
}

static bool read_conditional(RegexReader *r, Branch *branch, size_t start) {
    uint64_t group;
    if (!read_condition(r, &group)) return false;
    begin_item(r, branch, ITEM_OTHER, 0, 0);
    regex_emit(r, "(?(");
    regex_emit_number(r, r->first_group + group);
    regex_emit(r, ")");
    Branch yes = {.flags = branch->flags, .depth = branch->depth + 1}, no = yes;
    if (!read_branch(r, &yes)) return false;
    if (regex_take(&r->source, '|')) {
        regex_emit(r, "|");
        if (!read_branch(r, &no)) return false;
        if (regex_next_is(&r->source, '|')) return fail_here(r, 0, "conditional backref with more than two branches");
    }
    if (!regex_take(&r->source, ')')) return unterminated(r, start);
    regex_emit(r, ")");
    branch->width = (RegexWidth){yes.total.low < no.total.low ? yes.total.low : no.total.low, yes.total.high > no.total.high ? yes.total.high : no.total.high};
    return true;
}

// ---- inline flags ------------------------------------------------------------------------------------------------

static uint32_t flag_of(const RegexToken *token) {
    if (token->is_escape || token->is_end) return 0;
    switch (token->c) {
    case 'i': return REGEX_IGNORECASE;
    case 'L': return REGEX_LOCALE;
    case 'm': return REGEX_MULTILINE;
    case 's': return REGEX_DOTALL;
    case 'x': return REGEX_VERBOSE;
    case 'a': return REGEX_FLAG_ASCII;
    case 'u': return REGEX_UNICODE;
    default: return 0;
    }
}

// `token` should have been a flag.
static bool bad_flag(RegexReader *r, const RegexToken *token, const char *otherwise) {
    if (token->is_end) return fail_here(r, 0, otherwise);
    return fail_here(r, token->is_escape ? 2 : 1, !token->is_escape && regex_is_letter(token->c) ? "unknown flag" : otherwise);
}

static bool read_flags_on(RegexReader *r, RegexToken *token, uint32_t *add) {
    for (;;) {
        uint32_t flag = flag_of(token);
        if (flag == REGEX_LOCALE && r->source.is_text) return fail_here(r, 0, "bad inline flags: cannot use 'L' flag with a str pattern");
        if (flag == REGEX_UNICODE && !r->source.is_text) return fail_here(r, 0, "bad inline flags: cannot use 'u' flag with a bytes pattern");
        *add |= flag;
        if (flag & REGEX_TYPE_FLAGS && (*add & REGEX_TYPE_FLAGS) != flag) return fail_here(r, 0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        if (!regex_next(&r->source, token)) return false;
        if (!token->is_end && !token->is_escape && (token->c == ')' || token->c == '-' || token->c == ':')) return true;
        if (!flag_of(token)) return bad_flag(r, token, "missing -, : or )");
    }
}

static bool read_flags_off(RegexReader *r, RegexToken *token, uint32_t *remove) {
    if (!regex_next(&r->source, token)) return false;
    if (!flag_of(token)) return bad_flag(r, token, "missing flag");
    for (;;) {
        uint32_t flag = flag_of(token);
        if (flag & REGEX_TYPE_FLAGS) return fail_here(r, 0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        *remove |= flag;
        if (!regex_next(&r->source, token)) return false;
        if (!token->is_end && !token->is_escape && token->c == ':') return true;
        if (!flag_of(token)) return bad_flag(r, token, "missing :");
    }
}

// (?flags), (?flags:...), (?flags-flags:...). *is_global: the first.
static bool read_flags(RegexReader *r, Branch *branch, RegexToken token, uint32_t *flags, bool *is_global) {
    uint32_t add = 0, remove = 0;
    *is_global = false;
    if (token.c != '-' && !read_flags_on(r, &token, &add)) return false;
    if (token.c == ')') {
        r->flags |= r->is_phrase ? add & REGEX_VERBOSE : add;
        *is_global = true;
        return true;
    }
    if (token.c == '-' && !read_flags_off(r, &token, &remove)) return false;
    if (add & remove) return fail_here(r, 1, "bad inline flags: flag turned on and off");
    uint32_t kept = add & REGEX_TYPE_FLAGS ? branch->flags & ~(uint32_t)REGEX_TYPE_FLAGS : branch->flags;
    *flags = (kept | add) & ~remove;
    return true;
}

// ---- parentheses -------------------------------------------------------------------------------------------------

static bool unknown_extension(RegexReader *r, const char *before, const RegexToken *token) {
    size_t size = (token->is_escape ? 2u : 1u);
    Value text = regex_text(&r->source, r->source.at - size, r->source.at);
    return text != VALUE_ERROR && regex_fail(&r->source, r->source.at - size - strlen(before), "unknown extension %s%U", before, as_str(text));
}

static bool read_capture(RegexReader *r, Branch *branch, size_t start, Value name, bool is_named) {
    uint32_t number = 0;
    RegexWidth width;
    begin_item(r, branch, ITEM_OTHER, 0, 0);
    if (!open_group(r, name, is_named, &number)) return false;
    regex_emit(r, "(");
    if (!read_group_body(r, branch->flags, branch->depth, start, &width)) return false;
    regex_emit(r, ")");
    close_group(r, number, width);
    branch->width = width;
    return true;
}

static bool read_plain_group(RegexReader *r, Branch *branch, size_t start, uint32_t flags, bool is_atomic) {
    RegexWidth width;
    begin_item(r, branch, ITEM_OTHER, 0, 0);
    if (is_atomic) regex_emit(r, "(?>");
    else regex_emit_open(r, branch->flags, flags);
    if (!read_group_body(r, flags, branch->depth, start, &width)) return false;
    regex_emit(r, ")");
    branch->width = width;
    return true;
}

static bool read_named(RegexReader *r, Branch *branch, size_t start) {
    if (regex_take(&r->source, '<')) {
        Value name = regex_until(&r->source, '>', "group name");
        return name != VALUE_ERROR && regex_check_name(&r->source, name, 1) && read_capture(r, branch, start, name, true);
    }
    if (regex_take(&r->source, '=')) return read_named_reference(r, branch);
    RegexToken token;
    if (!regex_next(&r->source, &token)) return false;
    if (token.is_end) return fail_here(r, 0, "unexpected end of pattern");
    return unknown_extension(r, "?P", &token);
}

static bool read_behind(RegexReader *r, Branch *branch, size_t start) {
    RegexToken token;
    if (!regex_next(&r->source, &token)) return false;
    if (token.is_end) return fail_here(r, 0, "unexpected end of pattern");
    if (token.is_escape || (token.c != '=' && token.c != '!')) return unknown_extension(r, "?<", &token);
    return read_lookaround(r, branch, start, true, token.c == '!');
}

static bool read_flag_group(RegexReader *r, Branch *branch, size_t start, RegexToken token) {
    uint32_t flags = 0;
    bool is_global;
    if (!read_flags(r, branch, token, &flags, &is_global)) return false;
    if (!is_global) return read_plain_group(r, branch, start, flags, false);
    if (!branch->is_first || branch->last != ITEM_NONE) return regex_fail(&r->source, start, "global flags not at the start of the expression");
    if (r->flags & REGEX_VERBOSE && !(branch->flags & REGEX_VERBOSE)) return r->source.failure = REGEX_RESTART_VERBOSE, false;
    branch->flags = r->flags;
    return true;
}

static bool read_parenthesis(RegexReader *r, Branch *branch) {
    size_t start = r->source.at - 1;
    if (!regex_take(&r->source, '?')) return read_capture(r, branch, start, VALUE_NONE, false);
    RegexToken token;
    if (!regex_next(&r->source, &token)) return false;
    if (token.is_end) return fail_here(r, 0, "unexpected end of pattern");
    if (token.is_escape) return unknown_extension(r, "?", &token);
    switch (token.c) {
    case 'P': return read_named(r, branch, start);
    case ':': return read_plain_group(r, branch, start, branch->flags, false);
    case '>': return read_plain_group(r, branch, start, branch->flags, true);
    case '#': return read_comment(r, start);
    case '=': case '!': return read_lookaround(r, branch, start, false, token.c == '!');
    case '<': return read_behind(r, branch, start);
    case '(': return read_conditional(r, branch, start);
    default: return flag_of(&token) || token.c == '-' ? read_flag_group(r, branch, start, token) : unknown_extension(r, "?", &token);
    }
}

// ---- quantifiers -------------------------------------------------------------------------------------------------

static bool read_count(RegexReader *r, uint64_t *out, bool *any) {
    RegexSource *s = &r->source;
    uint64_t value = 0;
    for (*any = false; s->at < s->size && regex_is_digit(s->text[s->at]); *any = true) {
        value = value * 10 + s->text[s->at++] - '0';
        if (value > REGEX_REPEAT_MAX) value = REGEX_REPEAT_MAX;
    }
    if (*any) *out = value;
    return true;
}

// {n}, {n,}, {,m}, {n,m}: 1; 0: a brace that stands for itself; -1 failed.
static int read_braces(RegexReader *r, uint64_t *low, uint64_t *high) {
    RegexSource *s = &r->source;
    size_t here = s->at;
    bool has_low, has_high;
    if (regex_next_is(s, '}')) return 0;
    *low = 0, *high = REGEX_REPEAT_MAX;
    read_count(r, low, &has_low);
    if (regex_take(s, ',')) read_count(r, high, &has_high);
    else if ((has_high = has_low)) *high = *low;
    if (!regex_take(s, '}')) return s->at = here, 0;
    if ((has_low && *low >= REGEX_REPEAT_MAX) || (has_high && *high >= REGEX_REPEAT_MAX)) {
        s->message = str_from_cstring(s->vm, "the repetition number is too large");
        s->failure = s->message == VALUE_ERROR ? REGEX_RAISED : REGEX_OVERFLOW;
        return -1;
    }
    if (has_high && *high < *low) return regex_fail(s, here, "min repeat greater than max repeat"), -1;
    return 1;
}

static void literal_item(RegexReader *r, Branch *branch, uint32_t c) {
    begin_item(r, branch, ITEM_OTHER, 1, 1);
    regex_emit_literal(r, branch->flags, c);
}

static bool read_quantifier(RegexReader *r, Branch *branch, uint32_t c) {
    uint64_t low = c == '+', high = c == '?' ? 1 : REGEX_REPEAT_MAX;
    size_t position = r->source.at - 1;
    if (c == '{') {
        int found = read_braces(r, &low, &high);
        if (found < 0) return false;
        if (!found) return literal_item(r, branch, c), true;
    }
    if (branch->last == ITEM_NONE || branch->last == ITEM_POSITION) return regex_fail(&r->source, position, "nothing to repeat");
    if (branch->last == ITEM_REPEATED) return regex_fail(&r->source, position, "multiple repeat");
    char kind = regex_take(&r->source, '?') ? '?' : regex_take(&r->source, '+') ? '+' : 0;
    // PCRE2 takes a repeated item in a lookbehind for one of varying length, even an empty one
    bool is_empty_behind = r->lookbehind_groups && !branch->width.high && low != high;
    if (!is_empty_behind && !regex_emit_repeat(r, branch->flags, branch->start, low, high, kind)) return false;
    branch->last = ITEM_REPEATED;
    branch->width = (RegexWidth){multiply_width(branch->width.low, low), multiply_width(branch->width.high, high)};
    return true;
}

// ---- items -------------------------------------------------------------------------------------------------------

static void emit_position(RegexReader *r, Branch *branch, const char *text) {
    begin_item(r, branch, ITEM_POSITION, 0, 0);
    regex_emit(r, text);
}

static void emit_category(RegexReader *r, Branch *branch, unsigned category) {
    const RegexSet set = {.categories = category};
    begin_item(r, branch, ITEM_OTHER, 1, 1);
    regex_emit_set(r, branch->flags, &set);
}

// \1 to \99, or an octal escape of three digits.
static bool read_digits(RegexReader *r, Branch *branch, size_t start) {
    RegexSource *s = &r->source;
    uint32_t c, group = s->text[start + 1] - '0';
    if (s->at < s->size && regex_is_digit(s->text[s->at])) {
        group = group * 10 + s->text[s->at++] - '0';
        if (regex_is_octal(s->text[start + 1]) && regex_is_octal(s->text[start + 2]) && s->at < s->size && regex_is_octal(s->text[s->at])) {
            if (!read_octal(r, start, 1, &c)) return false;
            return literal_item(r, branch, c), true;
        }
    }
    if (group >= r->group_count) return regex_fail(s, start + 1, "invalid group reference %u", group);
    if (!is_closed(r, group)) return regex_fail(s, start, "cannot refer to an open group");
    return emit_reference(r, branch, group);
}

static bool read_escape(RegexReader *r, Branch *branch, const RegexToken *token, size_t start) {
    uint32_t c;
    int common;
    if (category_of(token->c)) return emit_category(r, branch, category_of(token->c)), true;
    switch (token->c) {
    case 'A': return emit_position(r, branch, "\\A"), true;
    case 'Z': return emit_position(r, branch, "\\z"), true;
    case 'b': case 'B':
        begin_item(r, branch, ITEM_POSITION, 0, 0);
        regex_emit_boundary(r, branch->flags, token->c == 'B');
        return true;
    case '0':
        if (!read_octal(r, start, 2, &c)) return false;
        return literal_item(r, branch, c), true;
    default: break;
    }
    if (regex_simple_escape(token->c) >= 0) return literal_item(r, branch, (uint32_t)regex_simple_escape(token->c)), true;
    if ((common = read_common_escape(r, token, start, &c))) return common > 0 && (literal_item(r, branch, c), true);
    if (regex_is_digit(token->c)) return read_digits(r, branch, start);
    if (regex_is_letter(token->c)) return bad_escape(r, start);
    return literal_item(r, branch, token->c), true;
}

static bool read_item(RegexReader *r, Branch *branch, const RegexToken *token, size_t start) {
    if (token->is_escape) return read_escape(r, branch, token, start);
    switch (token->c) {
    case '[': return read_set(r, branch);
    case '(': return read_parenthesis(r, branch);
    case '*': case '+': case '?': case '{': return read_quantifier(r, branch, token->c);
    case '^': return emit_position(r, branch, branch->flags & REGEX_MULTILINE ? "^" : "\\A"), true;
    case '$': return emit_position(r, branch, branch->flags & REGEX_MULTILINE ? "$" : "\\Z"), true;
    case '.':
        begin_item(r, branch, ITEM_OTHER, 1, 1);
        regex_emit(r, branch->flags & REGEX_DOTALL ? "." : "\\N");
        return true;
    default: return literal_item(r, branch, token->c), true;
    }
}

static void skip_line(RegexSource *s) {
    while (s->at < s->size && s->text[s->at] != '\n') s->at += s->text[s->at] == '\\' && s->at + 1 < s->size ? 2 : 1;
    if (s->at < s->size) s->at++;
}

static bool read_branch(RegexReader *r, Branch *branch) {
    RegexSource *s = &r->source;
    for (;;) {
        if (s->at == s->size || regex_next_is(s, '|') || regex_next_is(s, ')')) break;
        RegexToken token;
        size_t start = s->at;
        if (!regex_next(s, &token)) return false;
        if (branch->flags & REGEX_VERBOSE && !token.is_escape) {
            if (token.c == ' ' || (token.c >= 9 && token.c <= 13)) continue;
            if (token.c == '#') {
                skip_line(s);
                continue;
            }
        }
        if (!read_item(r, branch, &token, start)) return false;
    }
    begin_item(r, branch, branch->last, 0, 0); // adds up the last width
    return true;
}

static bool read_alternatives(RegexReader *r, uint32_t flags, uint32_t depth, RegexWidth *width) {
    if (c_stack_exhausted(r->source.vm)) return r->source.failure = REGEX_RAISED, false;
    for (bool first = true;; first = false) {
        Branch branch = {.flags = depth ? flags : r->flags, .depth = depth, .is_first = first && !depth};
        if (!read_branch(r, &branch)) return false;
        if (first) *width = branch.total;
        if (branch.total.low < width->low) width->low = branch.total.low;
        if (branch.total.high > width->high) width->high = branch.total.high;
        if (!regex_take(&r->source, '|')) return true;
        regex_emit(r, "|");
    }
}

// ---- whole patterns ----------------------------------------------------------------------------------------------

static bool read_whole(RegexReader *r) {
    RegexSource *s = &r->source;
    uint32_t whole;
    RegexWidth width;
    if (!open_group(r, VALUE_NONE, false, &whole) || !read_alternatives(r, r->flags, 0, &width)) return false;
    if (s->at < s->size) return fail_here(r, 0, "unbalanced parenthesis");
    for (uint32_t i = 0; i < r->reference_count; i++)
        if (r->references[i].group >= r->group_count) return regex_fail(s, r->references[i].at, "invalid group reference %zu", (size_t)r->references[i].group);
    return true;
}

// ValueError for flags that do not go together; adds UNICODE.
static bool check_flags(RegexReader *r) {
    VM *vm = r->source.vm;
    const char *problem = NULL;
    if (r->source.is_text) {
        if (r->flags & REGEX_LOCALE) problem = "cannot use LOCALE flag with a str pattern";
        else if (r->flags & REGEX_FLAG_ASCII && r->flags & REGEX_UNICODE) problem = "ASCII and UNICODE flags are incompatible";
        else if (!(r->flags & REGEX_FLAG_ASCII)) r->flags |= REGEX_UNICODE;
    } else {
        if (r->flags & REGEX_UNICODE) problem = "cannot use UNICODE flag with a bytes pattern";
        else if (r->flags & REGEX_LOCALE && r->flags & REGEX_FLAG_ASCII) problem = "ASCII and LOCALE flags are incompatible";
    }
    if (!problem) return true;
    raise_value_error(vm, "%s", problem);
    return r->source.failure = REGEX_RAISED, false;
}

// Into a reader that has its flags and what else says how to read.
static bool read_pattern(VM *vm, RegexReader *r, Value pattern) {
    uint32_t flags = r->flags, called_count = r->called_count;
    str_builder_init(&r->out, vm), str_builder_init(&r->called, vm);
    if (!regex_source_open(vm, &r->source, pattern, "first argument must be string or compiled pattern")) return false;
    bool good = read_whole(r);
    if (!good && r->source.failure == REGEX_RESTART_VERBOSE) {
        r->source.failure = REGEX_NO_FAILURE;
        r->source.at = 0;
        r->group_count = r->closed = r->reference_count = r->lookbehind_groups = r->lookarounds = 0;
        r->out.size = r->out.length = r->called.size = r->called.length = 0;
        r->called_count = called_count;
        r->flags = flags | REGEX_VERBOSE;
        r->bad_lookbehind = r->needs_utf = false;
        good = read_whole(r);
    }
    if (good) good = check_flags(r);
    if (good && !r->is_phrase) regex_emit_called(r);
    if (good && r->bad_lookbehind) good = regex_fail(&r->source, REGEX_NOWHERE, "look-behind requires fixed-width pattern");
    if (good && r->out.failed) r->source.failure = REGEX_RAISED, good = false;
    return good;
}

bool regex_read(VM *vm, RegexReader *r, Value pattern, uint32_t flags, RegexVariant variant, bool calls_repeated) {
    *r = (RegexReader){.variant = variant, .flags = flags, .calls_repeated = calls_repeated};
    return read_pattern(vm, r, pattern);
}

// One phrase as a group of the whole.
static bool read_phrase(VM *vm, RegexReader *r, Value text) {
    RegexReader phrase = {.variant = r->variant, .flags = r->flags, .calls_repeated = r->calls_repeated, .called_count = r->called_count, .is_phrase = true, .first_group = r->group_count};
    bool good = read_pattern(vm, &phrase, text);
    if (good) {
        regex_emit(r, "(");
        if (phrase.out.size) str_builder_add(&r->out, phrase.out.text, phrase.out.size);
        regex_emit(r, ")");
        if (phrase.called.size) str_builder_add(&r->called, phrase.called.text, phrase.called.size);
        r->called.failed |= phrase.called.failed;
        r->called_count = phrase.called_count;
        r->group_count += phrase.group_count;
        r->needs_utf |= phrase.needs_utf;
    }
    RegexSource failure = phrase.source;
    regex_reader_close(&phrase);
    if (!good && failure.failure) regex_raise(&failure, text);
    return good;
}

bool regex_read_phrases(VM *vm, RegexReader *r, Value phrases, uint32_t flags, RegexVariant variant, bool calls_repeated, uint32_t *first_groups) {
    bool is_ascii = variant != REGEX_BYTES && !(flags & REGEX_TYPE_FLAGS);
    *r = (RegexReader){.source.vm = vm, .variant = variant, .flags = is_ascii ? flags | REGEX_FLAG_ASCII : flags, .calls_repeated = calls_repeated, .group_count = 1};
    str_builder_init(&r->out, vm), str_builder_init(&r->called, vm);
    uint32_t count = (uint32_t)as_tuple(phrases)->count;
    if (!count) regex_emit(r, "(?!)");
    for (uint32_t i = 0; i < count; i++) {
        if (i) regex_emit(r, "|");
        first_groups[i] = r->group_count;
        if (!read_phrase(vm, r, as_tuple(phrases)->items[i])) return false;
    }
    first_groups[count] = r->group_count;
    regex_emit_called(r);
    return !r->out.failed;
}

void regex_reader_close(RegexReader *r) {
    VM *vm = r->source.vm;
    regex_source_close(&r->source);
    if (r->groups) block_free(vm, r->groups, r->group_capacity * sizeof *r->groups);
    if (r->references) block_free(vm, r->references, r->reference_capacity * sizeof *r->references);
    r->groups = NULL, r->references = NULL;
    str_builder_discard(&r->out);
    str_builder_discard(&r->called);
}
