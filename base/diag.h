// Diagnostic: an error as a record: a code, a span, typed arguments, related spans. Rendered late, by one renderer
// (base/diag_render.h). The codes, with severity and message template, stand in base/diagnostics.def.
//
// A template holds {0}, {1}... for its arguments; the renderer asks `DiagList.render_type` for arguments that are
// types of the checker, which base/ knows nothing about.
#ifndef TYPHON_BASE_DIAG_H
#define TYPHON_BASE_DIAG_H
#include "base/arena.h"
#include "base/source.h"
#include "base/span.h"
#include "base/vec.h"
#include <stdbool.h>
#include <stdint.h>

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE } Severity;

typedef enum DiagId {
#define DIAG(id, severity, code, template) DIAG_##id,
#include "base/diagnostics.def"
#undef DIAG
    DIAG_COUNT
} DiagId;

typedef enum DiagArgKind { DIAG_ARG_TEXT, DIAG_ARG_INT, DIAG_ARG_TYPE } DiagArgKind;
typedef struct DiagArg {
    DiagArgKind kind;
    union {
        const char *text; // NUL-terminated, in the arena or static
        int64_t integer;
        const void *type; // a type of the checker, alive as long as the list
    };
} DiagArg;
static inline DiagArg diag_text(const char *text) { return (DiagArg){DIAG_ARG_TEXT, {.text = text}}; }
static inline DiagArg diag_int(int64_t i) { return (DiagArg){DIAG_ARG_INT, {.integer = i}}; }
static inline DiagArg diag_type(const void *type) { return (DiagArg){DIAG_ARG_TYPE, {.type = type}}; }

#define DIAG_MAX_ARGS 4
typedef struct Diagnostic Diagnostic;
struct Diagnostic {
    DiagId id;
    Span span;
    const Source *source;
    DiagArg args[DIAG_MAX_ARGS];
    const char *reason;      // further sentence shown below ("because ..."), or NULL
    const char *hint;        // how to mend it, or NULL
    Span related_span;       // where the expectation came from; empty if none
    const Source *related_source;
    const char *related_text; // what the related span shows, or NULL
};

typedef struct DiagList {
    TreeArena *arena;
    VEC(Diagnostic *) items;
    uint32_t error_count;
    // Writes the name of `type` into the arena.
    const char *(*render_type)(void *context, TreeArena *arena, const void *type);
    void *render_context;
} DiagList;

void diag_init(DiagList *list, TreeArena *arena);
// Adds a record. `count` arguments, at most DIAG_MAX_ARGS. Returns it, so that the caller may add reason and hint.
Diagnostic *diag_add(DiagList *list, DiagId id, const Source *source, Span span, int count, const DiagArg *args);
#define diag_report(list, id, source, span, ...)                                                             \
    diag_add((list), (id), (source), (span),                                                                 \
             (int)(sizeof((DiagArg[]){__VA_ARGS__}) / sizeof(DiagArg)), (DiagArg[]){__VA_ARGS__})
// Sorts by source, span, id and drops repeats. Called once before showing.
void diag_sort(DiagList *list);

Severity diag_severity(DiagId id);
const char *diag_code(DiagId id); // "arg-type", "syntax"...
// The message with its arguments filled in, in the list's arena.
const char *diag_message(const DiagList *list, const Diagnostic *diagnostic);
#endif
