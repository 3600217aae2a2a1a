// Explaining syntax errors in CPython's words. The token the grammar refuses is b->tokens[b->token_at]; what stands before it on the logical line tells
// which of CPython's rules for invalid code fits. The first explanation that fits is the one reported.
#ifndef TYPHON_PARSER_EXPLAIN_H
#define TYPHON_PARSER_EXPLAIN_H
#include "parser/build.h"

bool token_is_text(const Builder *b, Token token, const char *text);
void build_indentation_error(Builder *b, Token at, const char *message);

// The last token of this kind between `from` and `at` that stands in no bracket opened there; `at`: there is none.
uint32_t explain_last_outside_brackets(const Builder *b, uint32_t from, uint32_t at, TokenKind wanted);
// What CPython calls the expression of tokens first..end (end excluded), which become those inside of its parentheses.
const char *explain_expression_name(const Builder *b, uint32_t *first, uint32_t *end);
// Makes of parentheses around one expression, tokens first..end, what is inside of them.
void explain_strip_groups(const Builder *b, uint32_t *first, uint32_t *end);
// `a = b` where an expression stands that may be `a := b`, beginning with token `at`. False: it is none, nothing is told.
bool explain_named(Builder *b, uint32_t at);
// The same for a statement that begins with token `at` and assigns to what cannot be assigned to.
bool explain_assignment(Builder *b, uint32_t at);
#endif
