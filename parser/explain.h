// Explaining syntax errors in CPython's words. The token the grammar refuses is b->tokens[b->token_at]; what stands before it on the logical line tells
// which of CPython's rules for invalid code fits. The first explanation that fits is the one reported.
#ifndef TYPHON_PARSER_EXPLAIN_H
#define TYPHON_PARSER_EXPLAIN_H
#include "parser/build.h"

bool token_is_text(const Builder *b, Token token, const char *text);
void build_indentation_error(Builder *b, Token at, const char *message);
#endif
