// Span: a half-open range of byte offsets in one source text. Every token, AST node, diagnostic and bytecode
// position is one; lines and columns are computed from it only when something is shown (source_position).
#ifndef TYPHON_BASE_SPAN_H
#define TYPHON_BASE_SPAN_H
#include <stdint.h>

typedef struct Span {
    uint32_t start; // offset of the first byte
    uint32_t end;   // offset after the last byte; start <= end
} Span;

static inline Span span_make(uint32_t start, uint32_t end) { return (Span){start, end}; }
static inline Span span_join(Span first, Span last) { return (Span){first.start, last.end}; }
#endif
