// Dubious syntax: what is no error and most likely a mistake (`x is 1`, '\d', `assert (x, "text")`): CPython's SyntaxWarnings.
// Whoever runs the program shows them; `typhon check` does not.
//
//     lexer, builder: dubious_*() -> Builder.dubious -> dubious_finish -> ParseResult.dubious
//
// The parser's own come first, as CPython finds them while it parses; the others are those of CPython's compiler. Both in order of position.
#ifndef TYPHON_PARSER_DUBIOUS_H
#define TYPHON_PARSER_DUBIOUS_H
#include "parser/build.h"

// An escape that stands for nothing, at `escape` in the token with this span; `shown` bytes of it are shown.
void dubious_escape(Builder *b, Span token, uint32_t line_at, const char *escape, int shown);
// Nodes that may be dubious: cheap, called for every node of these kinds.
void dubious_compare(Builder *b, const Ast *compare);
void dubious_call(Builder *b, const Ast *call);
void dubious_subscript(Builder *b, const Ast *subscript);
void dubious_assert(Builder *b, const Ast *statement);
// Fills in result->dubious, from the lexer's and the builder's.
void dubious_finish(Builder *b, const LexResult *lexed, ParseResult *result);
#endif
