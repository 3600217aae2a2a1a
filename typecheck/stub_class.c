// Classes of stubs, read by need: first the line that begins them, then each member when it is asked for by name, the whole body when all of its names are (class.h: StubClass).
#include "typecheck/infer.h"
#include <ctype.h>
#include <string.h>

enum { WHOLE_UP_TO = 128, INDENT = 4 }; // bytes of a body that is not worth the bother; spaces before a member

typedef struct StubMember {
    const char *name, *start, *end;
    size_t size; // of the name
} StubMember;

struct StubClass {
    const char *start, *body, *end; // of the text: its decorators; behind the line that begins the class
    bool is_indexed, is_divisible;
    VEC(StubMember) members;        // in the order of the text; a name may come more than once
};

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80; }
static const char *end_of_word(const char *p) {
    while (is_word(*p)) p++;
    return p;
}
static const char *next_line(const char *p, const char *end) {
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    return stop ? stop + 1 : end;
}

StubClass *stub_class_begin(TreeArena *arena, const char *start, const char *end) {
    const char *line = start;
    while (line < end && *line == '@') line = next_line(line, end);
    if (strncmp(line, "class ", 6) != 0) return NULL;
    const char *body = next_line(line, end), *behind = end_of_word(line + 6);
    if ((*behind != ':' && *behind != '(') || body[-1] != '\n' || body[-2] != ':' || end - body <= WHOLE_UP_TO) return NULL;
    StubClass *cls = arena_new(arena, StubClass);
    *cls = (StubClass){.start = start, .body = body, .end = end};
    return cls;
}

size_t stub_class_head(const StubClass *cls) { return (size_t)(cls->body - cls->start); }

// ---- the members of the text -----------------------------------------------------------------------------------------------------

// The name of the member that a line begins: `def name(`, `async def name(`, `name: type`. False: it is something else, and the body is for the parser alone. (Classes and
// aliases in a body are one thing each, however often the text around them is read.)
static bool name_of(const char *p, StubMember *member) {
    if (strncmp(p, "async ", 6) == 0) p += 6;
    bool is_def = strncmp(p, "def ", 4) == 0;
    if (is_def) p += 4;
    const char *end = end_of_word(p);
    size_t size = (size_t)(end - p);
    bool is_private = size > 2 && p[0] == '_' && p[1] == '_' && !(p[size - 1] == '_' && p[size - 2] == '_');
    if (!size || is_private || *end != (is_def ? '(' : ':') || (!is_def && end[1] != ' ') || (size == 9 && memcmp(p, "__slots__", 9) == 0)) return false;
    member->name = p;
    member->size = size;
    return true;
}

// Long texts may have anything on a line of theirs.
static bool has_long_text(const StubClass *cls) {
    for (const char *p = cls->body; (p = memchr(p, '"', (size_t)(cls->end - p))); p++)
        if (p + 2 < cls->end && p[1] == '"' && p[2] == '"') return true;
    return false;
}

// False: the body has more in it than members that stand for themselves.
static bool index_members(StubClass *cls, TreeArena *arena) {
    const char *decorated = NULL; // the first decorator of what comes
    for (const char *line = cls->body, *next; line < cls->end; line = next) {
        next = next_line(line, cls->end);
        const char *p = line;
        while (*p == ' ') p++;
        if (*p == '\n' || *p == '#') continue;
        if (p - line > INDENT || (p - line == INDENT && *p == ')')) { // goes on
            if (!decorated && cls->members.count) vec_last(&cls->members).end = next;
            continue;
        }
        if (p - line < INDENT) return false;
        if (*p == '@') {
            if (!decorated) decorated = line;
            continue;
        }
        StubMember member = {.start = decorated ? decorated : line, .end = next};
        if (!name_of(p, &member)) return false;
        vec_push(arena, &cls->members, member);
        decorated = NULL;
    }
    return !decorated && !has_long_text(cls);
}

static bool is_named(const StubMember *member, const char *name, size_t size) { return member->size == size && memcmp(member->name, name, size) == 0; }

static bool has_member(const StubClass *cls, const char *name, size_t size) {
    for (uint32_t i = 0; i < cls->members.count; i++)
        if (is_named(&cls->members.items[i], name, size)) return true;
    return false;
}

// Whether its text may mean another member, as an annotation may that stands in a class with a name like its own: parameters and attributes of other things don't.
static bool mentions_others(const StubClass *cls, const StubMember *member) {
    for (const char *p = member->start; p < member->end;) {
        const char *end = end_of_word(p);
        size_t size = (size_t)(end - p);
        if (!size) {
            p++;
            continue;
        }
        if (p[-1] != '.' && *end != ':' && !is_named(member, p, size) && has_member(cls, p, size)) return true;
        p = end;
    }
    return false;
}

// ---- reading --------------------------------------------------------------------------------------------------------------------

// A unit of that text, whose one class is `cls`; NULL: it has none.
static Unit *read_text(ClassInfo *cls, const char *text, size_t size, const AstClassDef **node) {
    Checker *checker = cls->checker;
    TypeScope *variables = type_scope_of(cls->unit, &cls->node->head);
    Source *source = arena_new(checker->arena, Source);
    source_init(source, cls->unit->module->path, text, (uint32_t)size);
    Unit *unit = unit_parse(cls->unit->module, source);
    if (!unit) return NULL;
    const AstNodes *body = &((const AstModule *)unit->root)->body;
    if (!body->count || body->items[0]->kind != AST_ClassDef) return NULL;
    unit_bind(unit);
    *node = (const AstClassDef *)body->items[0];
    map_set_pointer(checker->arena, &unit->classes, *node, cls);
    map_set_pointer(checker->arena, &unit->type_scopes, *node, variables);
    return unit;
}

void class_read_body(ClassInfo *cls) {
    const StubClass *left = cls->unread;
    cls->unread = NULL;
    size_t size = (size_t)(left->end - left->start);
    const AstClassDef *node;
    Unit *unit = read_text(cls, arena_copy(cls->checker->arena, left->start, size), size, &node);
    if (!unit) return;
    cls->unit = unit;
    cls->node = node;
    cls->scope = scope_of_node(unit->scopes, &node->head);
    cls->members = (PtrMap){0}; // from now on the same members by name and in the list
}

// The text of all that is called so, in a class with nothing else in it. NULL: there is no such member.
static char *text_of_members(const ClassInfo *cls, const StubClass *left, const Atom *name, size_t *size, bool *is_alone) {
    *size = cls->name->size + 8; // "class ", ":" and the line's end
    size_t head = *size;
    *is_alone = true;
    for (uint32_t i = 0; i < left->members.count; i++) {
        const StubMember *member = &left->members.items[i];
        if (!is_named(member, name->text, name->size)) continue;
        *size += (size_t)(member->end - member->start);
        if (mentions_others(left, member)) *is_alone = false;
    }
    if (*size == head || !*is_alone) return NULL;
    char *text = arena_printf(cls->checker->arena, "class %s:\n%*s", cls->name->text, (int)(*size - head), ""), *p = text + head;
    for (uint32_t i = 0; i < left->members.count; i++) {
        const StubMember *member = &left->members.items[i];
        if (!is_named(member, name->text, name->size)) continue;
        memcpy(p, member->start, (size_t)(member->end - member->start));
        p += member->end - member->start;
    }
    return text;
}

Binding *class_read_member(ClassInfo *cls, const Atom *name) {
    StubClass *left = cls->unread;
    if (!left->is_indexed) {
        left->is_indexed = true;
        left->is_divisible = index_members(left, cls->checker->arena);
    }
    size_t size;
    bool is_alone = left->is_divisible;
    char *text = is_alone ? text_of_members(cls, left, name, &size, &is_alone) : NULL;
    const AstClassDef *node;
    Unit *unit = text ? read_text(cls, text, size, &node) : NULL;
    if (!is_alone || (text && !unit)) class_read_body(cls);
    if (!unit) return NULL;
    const Symbol *symbol = scope_lookup(scope_of_node(unit->scopes, &node->head), name);
    Binding *binding = symbol ? binding_of_symbol(unit, symbol) : NULL;
    if (!binding || !binding->declarations.count) return NULL;
    binding->owner = cls;
    return binding;
}
