// The parser: bytes -> tokens -> tree. Lexer errors and syntax errors go to the same list of diagnostics.
#ifndef TYPHON_PARSER_PARSER_H
#define TYPHON_PARSER_PARSER_H
#include "parser/ast.h"

typedef enum ParseMode {
    PARSE_FILE,       // a whole file: AstModule
    PARSE_EXPRESSION, // one expression, as for eval(): AstExpression
    PARSE_INTERACTIVE // statements typed at the REPL: AstInteractive
} ParseMode;

// A `# type: ignore` or `# type: ignore[a, b]` comment.
typedef struct TypeIgnore {
    uint32_t line;     // from 1
    Span span;         // of the comment
    const char **codes; // NULL: every code
    uint32_t code_count;
} TypeIgnore;

// See dubious.h.
typedef struct DubiousSyntax {
    Span span;
    uint32_t line_at;    // where the line begins or goes on that is named
    const char *text;
    bool is_parsers;     // found while parsing, not by the compiler
} DubiousSyntax;

typedef struct ParseResult {
    Ast *root;           // NULL when nothing could be made of the text; otherwise the statements that parsed
    uint32_t reached;    // the end of what was read when the first error was told
    uint32_t node_count; // ids are below it
    uint32_t error_count; // of this parse
    bool has_annotations; // of a parameter, a result or a variable, anywhere
    TypeIgnore *ignores;
    uint32_t ignore_count;
    Span *type_comments; // of the texts behind `# type:`, other than ignore
    uint32_t type_comment_count;
    const DubiousSyntax *dubious;
    uint32_t dubious_count;
} ParseResult;

// Parses `source` in `mode`. Everything is allocated in `arena`, names are interned in `atoms`. Errors are added to
// `diagnostics`; after one, parsing goes on at the next statement. Nesting deeper than PARSE_MAX_DEPTH is an error, never
// a crash. Where CPython reports a syntax error only when it compiles (`return` outside a function...), the
// compiler's scope pass reports it, not the parser.
ParseResult parse_source(const Source *source, ParseMode mode, TreeArena *arena, AtomTable *atoms,
                         DiagList *diagnostics);

// Makes annotations of the type comments in the tree (type_comments.c): the checker's business, before scope_analyze.
void parse_type_comments(ParseResult *result, const Source *source, TreeArena *arena, AtomTable *atoms);

// Nested brackets, blocks and operators. CPython refuses 200 nested parentheses; its trees may be deeper otherwise.
// An elif is an If in the `else` of the one before, so that what walks a tree goes as deep as there are of them.
enum { PARSE_MAX_DEPTH = 1000, PARSE_MAX_EXPRESSION_DEPTH = 3000, PARSE_MAX_ELIFS = 3000 };
#endif
