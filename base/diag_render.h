// The one renderer of diagnostics, for the formats of `typhon check` and for errors before a run.
#ifndef TYPHON_BASE_DIAG_RENDER_H
#define TYPHON_BASE_DIAG_RENDER_H
#include "base/diag.h"
#include <stdio.h>

typedef enum DiagFormat { DIAG_FORMAT_FULL, DIAG_FORMAT_CONCISE } DiagFormat;

// concise: `path:line:col: error: message  [code]` (col from 1, in characters).
// full: the same head line, then the source line with the span underlined, then reason, related span and hint.
// `colour`: ANSI colours. Indexes the lines of the sources it shows.
void diag_render(const DiagList *list, const Diagnostic *diagnostic, DiagFormat format, bool colour, FILE *out);
void diag_render_all(const DiagList *list, DiagFormat format, bool colour, FILE *out);
// Just the source line and its underline (for tracebacks of syntax errors). `indent` spaces before each line.
void diag_render_excerpt(const Source *source, Span span, int indent, bool colour, FILE *out);
#endif
