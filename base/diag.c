#include "base/diag.h"
#include <inttypes.h>
#include <stdlib.h>

typedef struct DiagInfo {
    Severity severity;
    const char *code, *message;
} DiagInfo;

static const DiagInfo infos[] = {
#define DIAG(id, severity, code, message) {SEVERITY_##severity, code, message},
#include "base/diagnostics.def"
#undef DIAG
};

Severity diag_severity(DiagId id) { return infos[id].severity; }
const char *diag_code(DiagId id) { return infos[id].code; }

void diag_init(DiagList *list, TreeArena *arena) { *list = (DiagList){.arena = arena}; }

Diagnostic *diag_add(DiagList *list, DiagId id, const Source *source, Span span, int count, const DiagArg *args) {
    Diagnostic *diagnostic = arena_new(list->arena, Diagnostic);
    diagnostic->id = id;
    diagnostic->source = source;
    diagnostic->span = span;
    for (int i = 0; i < count && i < DIAG_MAX_ARGS; i++) diagnostic->args[i] = args[i];
    vec_push(list->arena, &list->items, diagnostic);
    if (infos[id].severity == SEVERITY_ERROR) list->error_count++;
    return diagnostic;
}

static int by_place(const void *left, const void *right) {
    const Diagnostic *a = *(Diagnostic *const *)left, *b = *(Diagnostic *const *)right;
    if (a->source != b->source) {
        int order = strcmp(a->source->path, b->source->path);
        return order ? order : a->source < b->source ? -1 : 1;
    }
    if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end) return a->span.end < b->span.end ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

static bool same_arg(const DiagArg *a, const DiagArg *b) {
    if (a->kind != b->kind) return false;
    if (a->kind == DIAG_ARG_TEXT) return a->text == b->text || (a->text && b->text && strcmp(a->text, b->text) == 0);
    return a->kind == DIAG_ARG_INT ? a->integer == b->integer : a->type == b->type;
}

static bool says_the_same(const Diagnostic *a, const Diagnostic *b) {
    for (int i = 0; i < DIAG_MAX_ARGS; i++)
        if (!same_arg(&a->args[i], &b->args[i])) return false;
    return true;
}

// Said before of the same place; an error also in the same words of the same line: `f(1, 2)`, where both arguments make the one variable what it can't be.
enum { REPEATS_LOOKED_AT = 8 };
static bool is_repeat(const DiagList *list, uint32_t kept, const Diagnostic *diagnostic) {
    bool is_error = infos[diagnostic->id].severity == SEVERITY_ERROR && strcmp(infos[diagnostic->id].code, "syntax") != 0;
    for (uint32_t back = 1; back <= kept && back <= REPEATS_LOOKED_AT; back++) {
        const Diagnostic *before = list->items.items[kept - back];
        if (before->id != diagnostic->id || before->source != diagnostic->source) continue;
        if (by_place(&before, &diagnostic) == 0 && says_the_same(before, diagnostic)) return true;
        if (!is_error) continue;
        source_index_lines((Source *)diagnostic->source, list->arena);
        if (source_position(before->source, before->span.start).line != source_position(diagnostic->source, diagnostic->span.start).line) return false;
        if (strcmp(diag_message(list, before), diag_message(list, diagnostic)) == 0) return true;
    }
    return false;
}

void diag_sort(DiagList *list) {
    if (list->items.count < 2) return;
    qsort(list->items.items, list->items.count, sizeof *list->items.items, by_place);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < list->items.count; i++) {
        Diagnostic *diagnostic = list->items.items[i];
        if (!is_repeat(list, kept, diagnostic)) list->items.items[kept++] = diagnostic;
        else if (infos[diagnostic->id].severity == SEVERITY_ERROR) list->error_count--;
    }
    list->items.count = kept;
}

static const char *arg_text(const DiagList *list, const DiagArg *arg) {
    switch (arg->kind) {
    case DIAG_ARG_INT: return arena_printf(list->arena, "%" PRId64, arg->integer);
    case DIAG_ARG_TYPE: return list->render_type ? list->render_type(list->render_context, list->arena, arg->type) : "?";
    case DIAG_ARG_TEXT: break;
    }
    return arg->text ? arg->text : "";
}

const char *diag_message(const DiagList *list, const Diagnostic *diagnostic) {
    const char *parts[DIAG_MAX_ARGS] = {0};
    const char *format = infos[diagnostic->id].message;
    size_t size = strlen(format) + 1;
    for (const char *c = format; *c; c++) {
        if (c[0] != '{' || c[1] < '0' || c[1] >= '0' + DIAG_MAX_ARGS || c[2] != '}') continue;
        int i = c[1] - '0';
        if (!parts[i]) parts[i] = arg_text(list, &diagnostic->args[i]);
        size += strlen(parts[i]);
    }
    char *message = arena_alloc(list->arena, size), *out = message;
    for (const char *c = format; *c; c++) {
        int i = c[0] == '{' && c[1] >= '0' && c[1] < '0' + DIAG_MAX_ARGS && c[2] == '}' ? c[1] - '0' : -1;
        if (i < 0) {
            *out++ = *c;
            continue;
        }
        size_t part = strlen(parts[i]);
        memcpy(out, parts[i], part);
        out += part, c += 2;
    }
    *out = 0;
    return message;
}
