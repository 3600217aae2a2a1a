// Builder: the functions that grammar.y calls to make nodes. Private to parser/.
#ifndef TYPHON_PARSER_BUILD_H
#define TYPHON_PARSER_BUILD_H
#include "base/map.h"
#include "lexer/lexer.h"
#include "parser/parser.h"

typedef struct AstVec {
    Ast **items;
    uint32_t count, capacity; // as VEC(Ast *)
    uint32_t end;             // where it ends when that is behind its last item (at a semicolon, a parenthesis); 0: with it
} AstVec;
typedef struct Names {
    VEC(const Atom *) atoms;
    uint32_t end;
} Names;
typedef struct OptionalName {
    const Atom *name; // NULL: none
    uint32_t start, end;
} OptionalName;
typedef struct Count {
    int number;
} Count;
typedef struct FieldSpec {
    AstVec *parts; // NULL: none
    Token colon;
} FieldSpec;
typedef enum ParamKind { PARAM_PLAIN, PARAM_BARE_STAR, PARAM_STAR, PARAM_STAR_STAR, PARAM_SLASH } ParamKind;
typedef struct Param { // a parameter before they are sorted by kind
    Astarg arg;
    ParamKind kind;
    uint32_t start; // of its stars
    Ast *default_value;
} Param;

typedef struct DubiousNode {
    DubiousSyntax found; // text NULL: told when the tree is complete
    const Ast *node;
} DubiousNode;

typedef struct Builder {
    const Source *source;
    TreeArena *arena;
    TreeArena *scratch; // for what is not part of the tree
    AtomTable *atoms;
    DiagList *diagnostics;
    const Token *tokens; // those before token_at are settled (parser.c)
    uint32_t token_at;   // being fed
    void *parser;
    uint32_t node_count, error_count;
    uint32_t reached; // the end of what was read when the first error was told
    Span unclosed;   // the bracket that is open at the end of the text
    const char *unclosed_text; // NULL: none, or told
    Span late;       // of lexed.late_text, until it is told or something before it is
    const char *late_text;
    bool late_has_end;
    bool quiet;      // the lexer has complained: syntax errors would be echoes
    bool recovering; // skip to the end of the logical line
    bool stopped;
    bool has_annotations;
    ParseMode mode;
    AstVec *body; // of the module
    VEC(DubiousNode) dubious;
    PtrMap groups; // expression in parentheses -> their span: start << 32 | end
} Builder;

// Generated from grammar.y
void *grammar_new(Builder *b);
bool grammar_accepts(void *parser, int kind);
void grammar_recovered(void *parser);
void grammar(void *parser, int kind, Token token);

// ---- basics (build.c)
uint32_t build_first_end(const Builder *b, uint32_t start); // where the token that starts there ends
Span build_next_token(const Builder *b); // the one that waits to be parsed; a line's end is one wide
static inline void *build_node(Builder *b, AstKind kind, size_t size, uint32_t start, uint32_t end) {
    Ast *node = arena_zalloc(b->arena, size);
    node->kind = (uint8_t)kind;
    node->id = b->node_count++;
    node->span = span_make(start, end);
    return node;
}
#define NODE(b, kind, start, end) ((Ast##kind *)build_node((b), AST_##kind, sizeof(Ast##kind), (start), (end)))
// The span of an expression with the parentheses around it, if any: what the nodes it is part of begin and end with.
static inline Span build_outer(const Builder *b, const Ast *node) {
    uintptr_t group = node->parenthesized ? (uintptr_t)map_get_pointer(&b->groups, node) : 0;
    return group ? span_make((uint32_t)(group >> 32), (uint32_t)group) : node->span;
}
void build_error(Builder *b, Span span, const char *message);
void build_end_late(Builder *b); // what the lexer left to the parser to tell, if it is still to be told
void build_end_unclosed(Builder *b); // the open bracket is reported, if it has not been
void build_error_f(Builder *b, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));
void build_syntax_error(Builder *b, Token token); // parser.c
void build_too_deep(Builder *b);
void *build_stack_alloc(Builder *b, size_t size);
void *build_stack_grow(Builder *b, void *old, size_t old_size, size_t size, size_t entry_size); // NULL: too deep
const Atom *build_atom(Builder *b, Token token);
AstVec *vec_empty(Builder *b);
AstVec *vec_one(Builder *b, Ast *item);
AstVec *vec_add(Builder *b, AstVec *list, Ast *item);
AstVec *vec_join(Builder *b, AstVec *list, AstVec *more);
AstVec *vec_ending_at(AstVec *list, Token end);
uint32_t vec_end(const AstVec *list, uint32_t otherwise); // `otherwise` when it has no items
AstNodes vec_nodes(const AstVec *list);
Names *names_one(Builder *b, Token name);
Names *names_add(Builder *b, Names *names, Token name);
OptionalName name_none(void);
OptionalName name_some(Builder *b, Token name);
OptionalName name_dotted(Builder *b, OptionalName first, Token name);
Count count_zero(void);
Count count_of(int number);
Count count_add(Count count, int number);
Token token_none(void);
FieldSpec spec_none(void);
FieldSpec spec_some(Token colon, AstVec *parts);
const char *build_expression_name(const Ast *node); // as CPython calls it when it is no target
// Makes an expression the target of an assignment; `verb`: "assign to", "delete"... Errors as CPython words them.
bool build_is_target(const Ast *target); // of an assignment
typedef enum TargetUse { TARGET_FOR, TARGET_WITH, TARGET_DELETE, TARGET_AUGMENTED, TARGET_ANNOTATED } TargetUse;
void build_target(Builder *b, Ast *target, TargetUse use);

// ---- expressions (build_expression.c)
Ast *build_name(Builder *b, Token name);
Ast *build_number(Builder *b, Token token);
Ast *build_constant(Builder *b, Token token, AstConstantKind kind);
Ast *build_attribute(Builder *b, Ast *value, Token name);
Ast *build_call(Builder *b, Ast *function, Token open, AstVec *args, Token close);
Ast *build_subscript(Builder *b, Ast *value, AstVec *items, const Token *comma, Token close);
Ast *build_slice(Builder *b, Ast *lower, Token colon, Ast *upper, const Token *second, Ast *step);
bool build_is_bitwise(const Ast *node);
Ast *build_bitwise(Builder *b, Ast *value); // what follows a star: the grammar takes comparisons, `not`, `and` and `or` as well
Ast *build_starred(Builder *b, Token star, Ast *value);
Ast *build_double_starred(Builder *b, Token stars, Ast *value);
Ast *build_keyword(Builder *b, Ast *name, Ast *value);
Ast *build_bare_generator(Builder *b, Ast *element, AstVec *clauses);
AstVec *build_args_comma(Builder *b, AstVec *args, Token comma);
Ast *build_tuple_or_one(Builder *b, AstVec *items, AstContext context);
Ast *build_open_tuple(Builder *b, AstVec *items, Token comma, AstContext context);
Ast *build_tuple(Builder *b, Token open, AstVec *items, Token close);
Ast *build_group(Builder *b, Token open, AstVec *items, Token close);
Ast *build_list(Builder *b, Token open, AstVec *items, Token close);
Ast *build_set(Builder *b, Token open, AstVec *items, Token close);
Ast *build_dict(Builder *b, Token open, AstVec *items, Token close);
Ast *build_dict_item(Builder *b, Ast *key, Ast *value);
Ast *build_comprehension(Builder *b, Token first, Ast *target, Ast *iter, AstVec *ifs, bool is_async);
Ast *build_comprehension_of(Builder *b, AstKind kind, Token open, Ast *element, AstVec *clauses, Token close);
Ast *build_yield(Builder *b, Token token, Ast *value);
Ast *build_yield_from(Builder *b, Token token, Ast *value);
Ast *build_await(Builder *b, Token token, Ast *value);
Ast *build_named(Builder *b, Ast *target, Ast *value);
Ast *build_if_expression(Builder *b, Ast *test, Ast *body, Ast *orelse);
Ast *build_lambda(Builder *b, Token token, Ast *arguments, Ast *body);
Ast *build_bool(Builder *b, AstBoolOperator op, Ast *left, Ast *right);
Ast *build_unary(Builder *b, Token token, AstUnaryOperator op, Ast *operand);
Ast *build_binary(Builder *b, Ast *left, AstOperator op, Ast *right);
Ast *build_compare(Builder *b, Ast *left, AstCompareOperator op, Ast *right);

// ---- strings (build_string.c)
Ast *build_string_token(Builder *b, Token token);
Ast *build_fstring(Builder *b, Token start, AstVec *parts, Token end);
Ast *build_fstring_text(Builder *b, Token text);
AstVec *build_field(Builder *b, Token open, Ast *value, Token debug, Token conversion, FieldSpec spec, Token close);
Ast *build_strings(Builder *b, AstVec *parts);

// ---- statements (build_statement.c)
void build_module(Builder *b, AstVec *statements);
Ast *build_expr_statement(Builder *b, Ast *value);
Ast *build_assign(Builder *b, AstVec *targets, Ast *value);
Ast *build_ann_assign(Builder *b, Ast *target, Ast *annotation, Ast *value);
Ast *build_aug_assign(Builder *b, Ast *target, AstOperator op, Ast *value);
Ast *build_simple(Builder *b, AstKind kind, Token token);
Ast *build_return(Builder *b, Token token, Ast *value);
Ast *build_delete(Builder *b, Token token, Ast *targets);
Ast *build_raise(Builder *b, Token token, Ast *exception, Ast *cause);
Ast *build_assert(Builder *b, Token token, Ast *test, Ast *message);
Ast *build_global(Builder *b, Token token, Names *names);
Ast *build_nonlocal(Builder *b, Token token, Names *names);
Ast *build_type_alias(Builder *b, Token token, Token name, AstVec *type_params, Ast *value);
Ast *build_import(Builder *b, Token token, AstVec *names);
Ast *build_import_from(Builder *b, Token token, Count dots, OptionalName module, AstVec *names);
Ast *build_alias(Builder *b, OptionalName name, OptionalName as);
Ast *build_alias_star(Builder *b, Token star);
Ast *build_if(Builder *b, Token token, Ast *test, AstVec *body); // an `if` or `elif` alone
Ast *build_if_chain(Builder *b, Ast *first, AstVec *elifs, AstVec *orelse);
Ast *build_while(Builder *b, Token token, Ast *test, AstVec *body, AstVec *orelse);
Ast *build_for(Builder *b, Token token, Ast *target, Ast *iter, AstVec *body, AstVec *orelse, bool is_async);
Ast *build_try(Builder *b, Token token, AstVec *body, AstVec *handlers, AstVec *orelse, AstVec *final);
Ast *build_handler(Builder *b, Token token, Ast *type, OptionalName name, AstVec *body, bool star);
Ast *build_handler_unparenthesized(Builder *b, Token token, Ast *first, Ast *rest, AstVec *body);
Ast *build_with(Builder *b, Token token, AstVec *items, AstVec *body, bool is_async);
Ast *build_with_item(Builder *b, Ast *context, Ast *target);
Ast *build_decorated(Builder *b, AstVec *decorators, Ast *definition);
Ast *build_function(Builder *b, Token token, Token name, AstVec *type_params, Token open, AstVec *params, Ast *returns, AstVec *body, bool is_async);
Ast *build_class(Builder *b, Token token, Token name, AstVec *type_params, AstVec *args, AstVec *body);
Ast *build_param(Builder *b, ParamKind kind, Token first, Token name, Ast *annotation, Ast *default_value);
Ast *build_arguments(Builder *b, AstVec *params);
// default_value: PEP 696, as Python 3.13 has it; NULL: none.
Ast *build_type_var(Builder *b, Token name, Ast *bound, Ast *default_value);
Ast *build_type_var_tuple(Builder *b, Token star, Token name, Ast *default_value);
Ast *build_param_spec(Builder *b, Token stars, Token name, Ast *default_value);
// Splits the arguments of a call or class into positional ones and keywords, checking their order.
void build_split_arguments(Builder *b, AstVec *args, AstNodes *positional, AstNodes *keywords);

// ---- patterns (build_pattern.c)
Ast *build_match(Builder *b, Token token, Ast *subject, AstVec *cases);
Ast *build_case(Builder *b, Token token, Ast *pattern, Ast *guard, AstVec *body);
Ast *build_lone_star_pattern(Builder *b, Ast *star);
Ast *build_open_sequence(Builder *b, AstVec *patterns, const Token *comma);
Ast *build_match_sequence(Builder *b, Token open, AstVec *patterns, Token close);
Ast *build_match_group(Builder *b, Token open, AstVec *patterns, Token close);
Ast *build_match_star(Builder *b, Token star, Token name);
Ast *build_or_pattern(Builder *b, AstVec *patterns);
Ast *build_as_pattern(Builder *b, Ast *pattern, Token name);
Ast *build_match_value(Builder *b, Ast *value);
Ast *build_complex_key(Builder *b, Ast *real, AstOperator op, Ast *imaginary);
Ast *build_text_key(Builder *b, Ast *text);
Ast *build_match_complex(Builder *b, Ast *real, AstOperator op, Ast *imaginary);
Ast *build_match_singleton(Builder *b, Token token);
Ast *build_capture(Builder *b, Token name);
Ast *build_match_mapping(Builder *b, Token open, AstVec *items, Token close);
Ast *build_map_item(Builder *b, Ast *key, Ast *pattern);
Ast *build_map_rest(Builder *b, Token stars, Token name);
Ast *build_match_class(Builder *b, Ast *cls, AstVec *args, Token close);
Ast *build_keyword_pattern(Builder *b, Token name, Ast *pattern);
#endif
