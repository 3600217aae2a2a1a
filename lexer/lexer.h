// The lexer: bytes -> tokens, the whole source at once. Tokens are kind and span; their meaning (value of a number, text of a
// string) is worked out by whoever needs it (lexer/literal.h).
//
// f-strings (PEP 701) come as FSTRING_START (FSTRING_MIDDLE | FSTRING_LBRACE ... FSTRING_RBRACE)* FSTRING_END, where a
// field holds ordinary tokens, FSTRING_DEBUG, FSTRING_CONVERSION name, and FSTRING_COLON followed by the same kinds of parts.
#ifndef TYPHON_LEXER_LEXER_H
#define TYPHON_LEXER_LEXER_H
#include "base/diag.h"
#include "base/source.h"
#include "base/vec.h"

typedef enum TokenKind {
    TOKEN_NOTHING, // Lemon's 0
#define TOKEN(name, text) TOKEN_##name,
#include "lexer/tokens.def"
#undef TOKEN
    TOKEN_KIND_COUNT
} TokenKind;

typedef struct Token {
    uint32_t start, end; // byte offsets
    uint8_t kind;        // TokenKind
} Token;

typedef struct IgnoreComment {
    Span span; // from "type: ignore" to the end of its brackets
} IgnoreComment;

// What is no error and most likely a mistake: `1if x else y`.
typedef struct DubiousText {
    Span span;
    const char *text;
} DubiousText;

typedef struct LexResult {
    VEC(Token) tokens; // ends with TOKEN_END; room for LEX_ROOM more
    VEC(IgnoreComment) ignores;
    VEC(Span) type_comments; // the texts behind `# type:` of other comments
    VEC(DubiousText) dubious;
    Span unclosed; // the innermost bracket that is open at the end: the parser reports it, unless it finds something else wrong
    const char *unclosed_text; // NULL: none
    Span late; // the end of an f-string inside of a field: the parser reports it where it comes there, unless it finds something wrong before
    const char *late_text; // NULL: none
    bool late_has_end;
    uint32_t error_count;
    bool has_errors; // other than of indentation: what follows such an error may be misread
} LexResult;

// Nested brackets deeper than this are refused ("too many nested parentheses").
enum { LEX_ROOM = 4, LEX_MAX_BRACKETS = 200, LEX_MAX_INDENTS = 100, LEX_MAX_FSTRINGS = 150 };

// Reads all of `source` (UTF-8; checked here). Errors go to `diagnostics`, and leave a TOKEN_ERROR where they were found.
// The tokens and what is dubious are in the scratch of the arena: the caller releases them.
void lex_source(const Source *source, TreeArena *arena, DiagList *diagnostics, LexResult *result);
// "if", "newline", "'+='"... for messages.
const char *token_text(TokenKind kind);
// Bytes of the identifier that starts at `text` (0: none does); characters as PEP 3131 has them.
size_t lex_identifier_size(const char *text, size_t size);
#endif
