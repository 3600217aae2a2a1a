// The text of an exception, as CPython prints it: the chain of causes and contexts, the oldest first; tracebacks; notes;
// groups as trees (library reference, "traceback"; PEP 654; PEP 678).
//
// First the exceptions to be shown are laid out as nodes, each but once: a cause or context that was met already is left out.
// Then they are printed. Showing runs scripts (__str__), so the nodes lie in a list, which keeps every exception met alive.
#include "runtime/modules/sys.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include "runtime/objects/traceback.h"
#include "runtime/objects/set.h"

enum { GROUP_WIDTH = 15, GROUP_DEPTH = 10, LINES_REPEATED = 3, NODES_MAX = 1 << 20 };

typedef struct Node { // five items of the list; the numbers are small ints
    Value exception;
    Value older;        // node of its cause or context, or NO_NODE
    Value by_cause;     // which of them
    Value first_member; // of a group: its members' nodes follow each other. NO_NODE: no group
    Value member_count;
} Node;
#define NO_NODE from_small_int(-1)
enum { NODE_ITEMS = sizeof(Node) / sizeof(Value) };

typedef struct Formatter {
    VM *vm;
    StrBuilder *out;
    List *nodes, *pending; // pending: nodes still to be expanded
    Set *seen;             // addresses of the exceptions that have a node
    int depth;             // of groups
    bool need_close;
} Formatter;

// ---- laying out ------------------------------------------------------------------------------------------------------

static int64_t node_count(const Formatter *f) { return (int64_t)(f->nodes->count / NODE_ITEMS); }
static Node *node_at(const Formatter *f, int64_t index) { return (Node *)(void *)&f->nodes->items[index * NODE_ITEMS]; } // until the next is added
static Value address_of(Value exception) { return from_small_int((int64_t)(exception >> 4)); }

// -1: no memory, or enough of them.
static int64_t add_node(Formatter *f, Value exception) {
    const Value items[NODE_ITEMS] = {exception, NO_NODE, VALUE_FALSE, NO_NODE, from_small_int(0)};
    int64_t index = node_count(f);
    bool good = index < NODES_MAX && set_add(f->vm, f->seen, address_of(exception));
    for (size_t i = 0; good && i < NODE_ITEMS; i++) good = list_append(f->vm, f->nodes, items[i]);
    if (good) return index;
    error_clear(f->vm);
    f->nodes->count = (size_t)index * NODE_ITEMS;
    return -1;
}

static bool is_new(Formatter *f, Value exception) { return is_exception(exception) && set_contains(f->vm, f->seen, address_of(exception)) == 0; }

static Value group_members(VM *vm, Value exception) {
    if (!type_is_subtype(value_type(vm, exception), vm->types.BaseExceptionGroup)) return VALUE_NONE;
    Value members = as_exception(exception)->fields[GROUP_EXCEPTIONS];
    return is_tuple(members) ? members : VALUE_NONE;
}

static void expand(Formatter *f, int64_t index) {
    const Exception *exception = as_exception(node_at(f, index)->exception);
    bool by_cause = is_new(f, exception->cause);
    int64_t older = by_cause ? add_node(f, exception->cause) : !exception->suppress_context && is_new(f, exception->context) ? add_node(f, exception->context) : -1;
    node_at(f, index)->older = from_small_int(older);
    node_at(f, index)->by_cause = from_bool(by_cause);
    Value members = group_members(f->vm, from_object(exception));
    int64_t first = node_count(f), count = 0;
    while (members != VALUE_NONE && count < (int64_t)as_tuple(members)->count && add_node(f, as_tuple(members)->items[count]) >= 0) count++;
    node_at(f, index)->first_member = members == VALUE_NONE ? NO_NODE : from_small_int(first);
    node_at(f, index)->member_count = from_small_int(count);
    bool good = older < 0 || list_append(f->vm, f->pending, from_small_int(older));
    for (int64_t i = 0; good && i < count; i++) good = list_append(f->vm, f->pending, from_small_int(first + i));
    if (!good) error_clear(f->vm);
}

// The newest first: it decides where an exception that is met twice is shown.
static int64_t lay_out(Formatter *f, Value exception, bool chain) {
    int64_t first = add_node(f, exception);
    if (first < 0 || !chain || !list_append(f->vm, f->pending, from_small_int(first))) return first;
    while (f->pending->count) expand(f, small_int(f->pending->items[--f->pending->count]));
    return first;
}

// ---- lines -----------------------------------------------------------------------------------------------------------

static void add_indent(Formatter *f, char margin) {
    str_builder_add_repeated(f->out, ' ', 2 * (size_t)f->depth);
    if (f->depth && margin) str_builder_add_char(f->out, (unsigned char)margin), str_builder_add_char(f->out, ' ');
}

// Text of whole lines, each with the margin of the group it is in.
static void emit(Formatter *f, const char *text, size_t size, char margin) {
    if (!f->depth) {
        str_builder_add(f->out, text, size);
        return;
    }
    for (const char *end = text + size; text < end;) {
        const char *newline = memchr(text, '\n', (size_t)(end - text)), *next = newline ? newline + 1 : end;
        add_indent(f, margin);
        str_builder_add(f->out, text, (size_t)(next - text));
        text = next;
    }
}
static void emit_cstring(Formatter *f, const char *text, char margin) { emit(f, text, strlen(text), margin); }

// What `part` adds to a builder, as lines with margins.
typedef void (*PartPrinter)(VM *vm, StrBuilder *b, Value exception);
static void emit_part(Formatter *f, PartPrinter part, Value exception) {
    StrBuilder b;
    str_builder_init(&b, f->vm);
    part(f->vm, &b, exception);
    if (!b.failed && b.size) emit(f, b.text, b.size, '|');
    str_builder_discard(&b);
}

// ---- the stack -------------------------------------------------------------------------------------------------------

static bool same_place(const Traceback *a, const Traceback *b) {
    return traceback_line(a) == traceback_line(b) && str_equal(a->code->filename, b->code->filename) && str_equal(a->code->name, b->code->name);
}

static void add_repeated(StrBuilder *b, size_t times) {
    if (times <= LINES_REPEATED) return;
    char text[80];
    size_t more = times - LINES_REPEATED;
    snprintf(text, sizeof text, "  [Previous line repeated %zu more time%s]\n", more, more == 1 ? "" : "s");
    str_builder_add_cstring(b, text);
}

static void add_place(StrBuilder *b, const Traceback *traceback) {
    char line[32];
    snprintf(line, sizeof line, "\", line %u, in ", traceback_line(traceback));
    str_builder_add_cstring(b, "  File \"");
    str_builder_add_str(b, traceback->code->filename);
    str_builder_add_cstring(b, line);
    str_builder_add_str(b, traceback->code->name);
    str_builder_add_char(b, '\n');
    traceback_add_source(b, traceback->code, traceback->pc, NULL);
}

// How many of the outermost entries sys.tracebacklimit leaves out.
static size_t entries_left_out(VM *vm, Value at) {
    Str *name = str_intern(vm, "tracebacklimit", 14);
    Value limit = name ? sys_value(vm, name) : VALUE_UNBOUND;
    if (error_is_set(vm)) error_clear(vm);
    if (is_int(limit) && int_sign(limit) < 0) limit = from_small_int(0);
    if (!is_small_int(limit)) return 0;
    size_t count = 0, most = small_int(limit) > 0 ? (size_t)small_int(limit) : 0;
    for (; is_layout(at, LAYOUT_TRACEBACK); at = ((const Traceback *)as_object(at))->next) count++;
    return count > most ? count - most : 0;
}

// Whether sys.tracebacklimit leaves anything.
static bool shows_entries(VM *vm) {
    Str *name = str_intern(vm, "tracebacklimit", 14);
    Value limit = name ? sys_value(vm, name) : VALUE_UNBOUND;
    if (error_is_set(vm)) error_clear(vm);
    return !is_int(limit) || int_sign(limit) > 0;
}

void traceback_add_stack(VM *vm, StrBuilder *b, Value at) {
    const Traceback *last = NULL;
    size_t times = 0;
    for (size_t left_out = entries_left_out(vm, at); left_out; left_out--) at = ((const Traceback *)as_object(at))->next;
    for (; is_layout(at, LAYOUT_TRACEBACK); at = last->next) {
        const Traceback *traceback = (const Traceback *)as_object(at);
        if (!last || !same_place(last, traceback)) {
            add_repeated(b, times);
            times = 0;
        }
        last = traceback;
        if (++times <= LINES_REPEATED) add_place(b, traceback);
    }
    add_repeated(b, times);
}

static void add_stack_of(VM *vm, StrBuilder *b, Value exception) { traceback_add_stack(vm, b, as_exception(exception)->traceback); }

// ---- the exception itself --------------------------------------------------------------------------------------------

static void add_type_name(VM *vm, StrBuilder *b, Value exception) {
    Type *type = value_type(vm, exception);
    Value module = type_module(vm, type);
    if (is_str(module) && !str_equals_cstring(as_str(module), "__main__") && !str_equals_cstring(as_str(module), "builtins")) {
        str_builder_add_str(b, as_str(module));
        str_builder_add_char(b, '.');
    }
    str_builder_add_str(b, type->qualname ? type->qualname : type->name);
}

// str(v), or what is said when that fails.
static void add_safe_str(VM *vm, StrBuilder *b, Value v, const char *failed) {
    Value text = op_str(vm, v);
    if (text != VALUE_ERROR) {
        str_builder_add_str(b, as_str(text));
        return;
    }
    error_clear(vm);
    str_builder_add_cstring(b, failed);
}

static int64_t int_field(Value exception, unsigned field) {
    Value v = as_exception(exception)->fields[field];
    return is_small_int(v) ? small_int(v) : -1;
}

// The line of the program, and carets under the place: columns are counted from 1, and cut to what the line has.
static void add_syntax_error_line(StrBuilder *b, Value exception) {
    const Str *text = as_str(as_exception(exception)->fields[SYNTAX_ERROR_TEXT]);
    const char *end = text->text + text->size, *shown = text->text;
    while (end > shown && end[-1] == '\n') end--;
    while (shown < end && strchr(" \t\f", *shown)) shown++;
    str_builder_add_cstring(b, "    ");
    str_builder_add(b, shown, (size_t)(end - shown));
    str_builder_add_char(b, '\n');
    int64_t offset = int_field(exception, SYNTAX_ERROR_OFFSET), end_offset = int_field(exception, SYNTAX_ERROR_END_OFFSET);
    int64_t indent = shown - text->text, length = (int64_t)text->length, most = length - (text->text + text->size - end) - indent;
    if (int_field(exception, SYNTAX_ERROR_END_LINE) > int_field(exception, SYNTAX_ERROR_LINE)) end_offset = length;
    if (end_offset > length + 1) end_offset = length + 1;
    int64_t column = offset - 1 - indent;
    if (offset < 1 || column < 0) return;
    if (column > most) column = most;
    int64_t end_column = end_offset - 1 - indent;
    str_builder_add_cstring(b, "    ");
    str_builder_add_repeated(b, ' ', (size_t)column);
    str_builder_add_repeated(b, '^', end_column > column ? (size_t)(end_column - column) : 1);
    str_builder_add_char(b, '\n');
}

static void add_syntax_error(VM *vm, StrBuilder *b, Value exception) {
    const Value *fields = as_exception(exception)->fields;
    Value filename = fields[SYNTAX_ERROR_FILENAME], message = fields[SYNTAX_ERROR_MESSAGE];
    bool has_file = is_str(filename), has_line = is_small_int(fields[SYNTAX_ERROR_LINE]);
    if (has_line) {
        char line[40];
        snprintf(line, sizeof line, "\", line %lld\n", (long long)small_int(fields[SYNTAX_ERROR_LINE]));
        str_builder_add_cstring(b, "  File \"");
        if (has_file) str_builder_add_str(b, as_str(filename));
        else str_builder_add_cstring(b, "<string>");
        str_builder_add_cstring(b, line);
        if (is_str(fields[SYNTAX_ERROR_TEXT])) add_syntax_error_line(b, exception);
    }
    add_type_name(vm, b, exception);
    str_builder_add_cstring(b, ": ");
    if (message == VALUE_UNBOUND || message == VALUE_NONE) str_builder_add_cstring(b, "<no detail available>");
    else add_safe_str(vm, b, message, "<exception str() failed>");
    if (!has_line && has_file) {
        str_builder_add_cstring(b, " (");
        str_builder_add_str(b, as_str(filename));
        str_builder_add_char(b, ')');
    }
    str_builder_add_char(b, '\n');
}

static void add_plain(VM *vm, StrBuilder *b, Value exception) {
    add_type_name(vm, b, exception);
    Value text = op_str(vm, exception);
    if (text == VALUE_ERROR) {
        error_clear(vm);
        str_builder_add_cstring(b, ": <exception str() failed>");
    } else if (as_str(text)->size) {
        str_builder_add_cstring(b, ": ");
        str_builder_add_str(b, as_str(text));
    }
    StrBuilder suggestion;
    str_builder_init(&suggestion, vm);
    traceback_add_suggestion(vm, &suggestion, exception);
    Value hint = str_builder_finish(&suggestion);
    if (hint == VALUE_ERROR) error_clear(vm), hint = vm->empty_str;
    if (text != VALUE_ERROR && !as_str(text)->size && as_str(hint)->size) str_builder_add_cstring(b, ": ");
    str_builder_add_str(b, as_str(hint));
    str_builder_add_char(b, '\n');
}

static void add_notes(VM *vm, StrBuilder *b, Value exception) {
    Value notes = get_attribute_or(vm, exception, vm->names.__notes__, VALUE_UNBOUND);
    if (notes == VALUE_ERROR) error_clear(vm);
    if (notes == VALUE_ERROR || notes == VALUE_UNBOUND || notes == VALUE_NONE) return;
    ROOT_SCOPE(vm);
    root_push(vm, notes);
    bool listed = is_list(notes) || is_tuple(notes);
    size_t count = !listed ? 1 : is_list(notes) ? as_list(notes)->count : as_tuple(notes)->count;
    for (size_t i = 0; i < count; i++) {
        if (is_list(notes) && i >= as_list(notes)->count) break;
        if (!listed) {
            Value text = op_repr(vm, notes);
            if (text == VALUE_ERROR) error_clear(vm), str_builder_add_cstring(b, "<__notes__ repr() failed>");
            else str_builder_add_str(b, as_str(text));
        } else {
            add_safe_str(vm, b, is_list(notes) ? as_list(notes)->items[i] : as_tuple(notes)->items[i], "<note str() failed>");
        }
        str_builder_add_char(b, '\n');
    }
    ROOT_END(vm);
}

void exception_format_only(VM *vm, Value exception, StrBuilder *b) {
    if (type_is_subtype(value_type(vm, exception), vm->types.SyntaxError)) add_syntax_error(vm, b, exception);
    else add_plain(vm, b, exception);
    add_notes(vm, b, exception);
}
static void add_only(VM *vm, StrBuilder *b, Value exception) { exception_format_only(vm, exception, b); }

// ---- chains and groups -----------------------------------------------------------------------------------------------

static void print_chain(Formatter *f, int64_t index);

static void print_member(Formatter *f, const Node *group, int64_t number) {
    char text[80];
    bool truncated = number >= GROUP_WIDTH;
    int64_t more = small_int(group->member_count) - GROUP_WIDTH;
    str_builder_add_repeated(f->out, ' ', 2 * (size_t)f->depth);
    str_builder_add_cstring(f->out, number ? "  +---------------- " : "+-+---------------- ");
    if (truncated) snprintf(text, sizeof text, "... ----------------\n");
    else snprintf(text, sizeof text, "%d ----------------\n", (int)number + 1);
    str_builder_add_cstring(f->out, text);
    f->depth++;
    if (!truncated) {
        print_chain(f, small_int(group->first_member) + number);
        return;
    }
    snprintf(text, sizeof text, "and %d more exception%s\n", (int)more, more > 1 ? "s" : "");
    emit_cstring(f, text, '|');
}

static void print_group(Formatter *f, int64_t index) {
    Node group = *node_at(f, index);
    bool is_top = f->depth == 0;
    if (is_top) f->depth++;
    if (as_exception(group.exception)->traceback != VALUE_NONE && shows_entries(f->vm)) {
        emit_cstring(f, "Exception Group Traceback (most recent call last):\n", is_top ? '+' : '|');
        emit_part(f, add_stack_of, group.exception);
    }
    emit_part(f, add_only, group.exception);
    int64_t count = small_int(group.member_count), shown = count <= GROUP_WIDTH ? count : GROUP_WIDTH + 1;
    f->need_close = false;
    for (int64_t i = 0; i < shown; i++) {
        bool last = i == shown - 1;
        if (last) f->need_close = true; // unless a group in it closes it
        print_member(f, &group, i);
        if (last && f->need_close) {
            str_builder_add_repeated(f->out, ' ', 2 * (size_t)f->depth);
            str_builder_add_cstring(f->out, "+------------------------------------\n");
            f->need_close = false;
        }
        f->depth--;
    }
    if (is_top) f->depth = 0;
}

static void print_node(Formatter *f, int64_t index) {
    Node node = *node_at(f, index);
    if (node.first_member == NO_NODE) {
        if (as_exception(node.exception)->traceback != VALUE_NONE && shows_entries(f->vm)) {
            emit_cstring(f, "Traceback (most recent call last):\n", '|');
            emit_part(f, add_stack_of, node.exception);
        }
        emit_part(f, add_only, node.exception);
    } else if (f->depth > GROUP_DEPTH) {
        char text[48];
        snprintf(text, sizeof text, "... (max_group_depth is %d)\n", GROUP_DEPTH);
        emit_cstring(f, text, '|');
    } else {
        print_group(f, index);
    }
}

// The chain that ends with this node, its oldest first: the links are turned round on the way to the oldest.
static void print_chain(Formatter *f, int64_t index) {
    Value newer = NO_NODE, by_cause = VALUE_FALSE;
    for (int64_t at = index;;) {
        Node *node = node_at(f, at);
        Value older = node->older, how = node->by_cause;
        node->older = newer, node->by_cause = by_cause; // now: the newer one, and how it refers to this
        index = at;
        if (older == NO_NODE) break;
        newer = from_small_int(at), by_cause = how;
        at = small_int(older);
    }
    for (;;) {
        print_node(f, index);
        const Node *node = node_at(f, index);
        if (node->older == NO_NODE) break;
        emit_cstring(f, node->by_cause == VALUE_TRUE ? "\nThe above exception was the direct cause of the following exception:\n\n" :
                                                       "\nDuring handling of the above exception, another exception occurred:\n\n", '|');
        index = small_int(node->older);
    }
}

void exception_format_chained(VM *vm, Value exception, StrBuilder *out, bool chain) {
    Value raised = error_take(vm);
    ROOT_SCOPE(vm);
    root_push(vm, exception), root_push(vm, raised);
    Value seen = set_new(vm, vm->types.set, VALUE_UNBOUND), nodes = list_new(vm, NULL, 0), pending = list_new(vm, NULL, 0);
    if (seen != VALUE_ERROR && nodes != VALUE_ERROR && pending != VALUE_ERROR) {
        root_push(vm, seen), root_push(vm, nodes), root_push(vm, pending);
        Formatter f = {.vm = vm, .out = out, .nodes = as_list(nodes), .pending = as_list(pending), .seen = as_set(seen)};
        int64_t first = lay_out(&f, exception, chain);
        if (first >= 0) print_chain(&f, first);
    }
    ROOT_END(vm);
    vm->exception = raised;
}

void exception_format(VM *vm, Value exception, StrBuilder *out) { exception_format_chained(vm, exception, out, true); }
