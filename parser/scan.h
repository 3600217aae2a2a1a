// Where expressions end and begin, told from the tokens alone. For explaining syntax errors: what stands before the token the grammar refuses
// is right, but has no tree yet; what stands behind it was not parsed at all.
#ifndef TYPHON_PARSER_SCAN_H
#define TYPHON_PARSER_SCAN_H
#include "parser/build.h"

bool scan_ends_expression(TokenKind kind);
bool scan_starts_expression(TokenKind kind);
bool scan_opens_bracket(TokenKind kind);
bool scan_closes_bracket(TokenKind kind);
bool scan_is_operator(TokenKind kind); // of two operands; no comparison, `and` or `or`

// The token behind the expression that begins with token `at`, as far as it is complete; 0: none begins there, or it does not end in its text.
uint32_t scan_expression(const Builder *b, uint32_t at);
// The same for one without a conditional or lambda expression around it.
uint32_t scan_disjunction(const Builder *b, uint32_t at);
// The same for operands without comparisons, `not`, `and` and `or`.
uint32_t scan_bitwise(const Builder *b, uint32_t at);
// The same for expressions with commas between them, stars among them.
uint32_t scan_expressions(const Builder *b, uint32_t at);

// The first token of the simple expression (a name or display, with attributes, calls and subscripts) that ends with token `at`.
uint32_t scan_back_primary(const Builder *b, uint32_t at);
// The first token of the operands and operators that end with token `at`; it does not go behind token `from`.
uint32_t scan_back_disjunction(const Builder *b, uint32_t from, uint32_t at);
#endif
