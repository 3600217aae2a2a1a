// The grammar of Python 3.12 (Lemon, LALR(1)). Every action is one call of a builder function (parser/build.h).
//
// Where Python is not LALR(1), this accepts a little more and the builder checks: targets of assignments are parsed as expressions,
// keyword arguments as `expression = expression`, parameters as a list of anything a parameter can be. The driver
// (parser.c) has already turned `match`, `case` and `type` into keywords where they are, joined `not in` and `is not`, and
// marked the parenthesis that opens the items of a `with` statement.
%name grammar
%token_prefix T_
%token_type {Token}
%default_type {Ast *}
%extra_context {Builder *b}
%stack_size 0
%start_symbol start
%include {
#include "parser/build.h"
#include <assert.h>
#include <stdlib.h>
// The parser's stack grows in the arena, so that giving up in the middle (arena.h) leaks nothing.
#define malloc(size) build_stack_alloc(p->b, (size))
#define realloc(old, size) build_stack_grow(p->b, (old), (size_t)p->yystksz * sizeof(p->yystack[0]), (size), sizeof(p->yystack[0]))
#define free(block) ((void)(block))
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wundef"
#pragma GCC diagnostic ignored "-Wmissing-prototypes"
#pragma GCC diagnostic ignored "-Wunused-variable"
}
%token NEWLINE INDENT DEDENT NAME NUMBER STRING FSTRING_START FSTRING_MIDDLE FSTRING_END FSTRING_LBRACE FSTRING_RBRACE FSTRING_COLON FSTRING_CONVERSION FSTRING_DEBUG FALSE NONE TRUE AND AS ASSERT ASYNC AWAIT BREAK CLASS CONTINUE DEF DEL ELIF ELSE EXCEPT FINALLY FOR FROM GLOBAL IF IMPORT IN IS LAMBDA NONLOCAL NOT OR PASS RAISE RETURN TRY WHILE WITH YIELD MATCH CASE TYPE LPAREN RPAREN LBRACKET RBRACKET LBRACE RBRACE NOT_IN IS_NOT WITH_LPAREN COLON COMMA SEMICOLON DOT ELLIPSIS ARROW AT COLON_EQUAL EQUAL PLUS MINUS STAR STAR_STAR SLASH SLASH_SLASH PERCENT AMPERSAND BAR CARET TILDE LEFT_SHIFT RIGHT_SHIFT LESS GREATER LESS_EQUAL GREATER_EQUAL EQUAL_EQUAL NOT_EQUAL PLUS_EQUAL MINUS_EQUAL STAR_EQUAL SLASH_EQUAL SLASH_SLASH_EQUAL PERCENT_EQUAL AT_EQUAL AMPERSAND_EQUAL BAR_EQUAL CARET_EQUAL LEFT_SHIFT_EQUAL RIGHT_SHIFT_EQUAL STAR_STAR_EQUAL END UNKNOWN ERROR.
%syntax_error { build_syntax_error(b, TOKEN); }
%stack_overflow { build_too_deep(b); }

%left OR.
%left AND.
%right NOT.
%left EQUAL_EQUAL NOT_EQUAL LESS LESS_EQUAL GREATER GREATER_EQUAL IS IS_NOT IN NOT_IN.
%left BAR.
%left CARET.
%left AMPERSAND.
%left LEFT_SHIFT RIGHT_SHIFT.
%left PLUS MINUS.
%left STAR SLASH PERCENT AT SLASH_SLASH.
%right TILDE.
%right STAR_STAR.

%type names {Names *}
%type opt_as {OptionalName}
%type dots {Count}
%type dotted {OptionalName}
%type stmts {AstVec *}
%type stmt {AstVec *}
%type simple_stmts {AstVec *}
%type small_stmts {AstVec *}
%type block {AstVec *}
%type testlist_items {AstVec *}
%type args {AstVec *}
%type arg_list {AstVec *}
%type comp_for {AstVec *}
%type comp_clauses {AstVec *}
%type comp_ifs {AstVec *}
%type decorators {AstVec *}
%type elifs {AstVec *}
%type else_part {AstVec *}
%type handlers {AstVec *}
%type finally_part {AstVec *}
%type with_items {AstVec *}
%type import_items {AstVec *}
%type import_names {AstVec *}
%type cases {AstVec *}
%type params {AstVec *}
%type param_list {AstVec *}
%type opt_type_params {AstVec *}
%type type_param_list {AstVec *}
%type display {AstVec *}
%type dict_items {AstVec *}
%type strings {AstVec *}
%type fstring_parts {AstVec *}
%type patterns {AstVec *}
%type pattern_items {AstVec *}
%type map_items {AstVec *}
%type class_pattern_args {AstVec *}
%type targets {AstVec *}
%type subscript_items {AstVec *}
%type class_args {AstVec *}
%type for_target_items {AstVec *}
%type target_chain {AstVec *}
%type closed_or {AstVec *}

start ::= stmts(S). { build_module(b, S); }
start ::= . { build_module(b, NULL); }
stmts ::= stmt.
stmts(R) ::= stmts(L) stmt(S). { R = vec_join(b, L, S); }

// ---- statements
stmt ::= simple_stmts.
stmt(R) ::= compound(S). { R = vec_one(b, S); }
stmt(R) ::= error NEWLINE(T). { R = vec_one(b, build_simple(b, AST_Pass, T)); }
simple_stmts(R) ::= small_stmts(S) NEWLINE. { R = S; }
simple_stmts(R) ::= small_stmts(S) SEMICOLON(T) NEWLINE. { R = vec_ending_at(S, T); }
small_stmts(R) ::= small(S). { R = vec_one(b, S); }
small_stmts(R) ::= small_stmts(L) SEMICOLON small(S). { R = vec_add(b, L, S); }
block ::= simple_stmts.
block(R) ::= NEWLINE INDENT stmts(S) DEDENT. { R = S; }

small(R) ::= testlist(E). { R = build_expr_statement(b, E); }
small(R) ::= target_chain(T) value(V). { R = build_assign(b, T, V); }
small(R) ::= testlist(T) COLON expression(A). { R = build_ann_assign(b, T, A, NULL); }
small(R) ::= testlist(T) COLON expression(A) EQUAL value(V). { R = build_ann_assign(b, T, A, V); }
small(R) ::= yield(E). { R = build_expr_statement(b, E); }
target_chain(R) ::= testlist(T) EQUAL. { R = vec_one(b, T); }
target_chain(R) ::= target_chain(L) testlist(T) EQUAL. { R = vec_add(b, L, T); }
value ::= testlist.
value ::= yield.
small(R) ::= testlist(T) PLUS_EQUAL value(V). { R = build_aug_assign(b, T, AST_ADD, V); }
small(R) ::= testlist(T) MINUS_EQUAL value(V). { R = build_aug_assign(b, T, AST_SUB, V); }
small(R) ::= testlist(T) STAR_EQUAL value(V). { R = build_aug_assign(b, T, AST_MULT, V); }
small(R) ::= testlist(T) SLASH_EQUAL value(V). { R = build_aug_assign(b, T, AST_DIV, V); }
small(R) ::= testlist(T) PERCENT_EQUAL value(V). { R = build_aug_assign(b, T, AST_MOD, V); }
small(R) ::= testlist(T) AT_EQUAL value(V). { R = build_aug_assign(b, T, AST_MATMULT, V); }
small(R) ::= testlist(T) STAR_STAR_EQUAL value(V). { R = build_aug_assign(b, T, AST_POW, V); }
small(R) ::= testlist(T) SLASH_SLASH_EQUAL value(V). { R = build_aug_assign(b, T, AST_FLOORDIV, V); }
small(R) ::= testlist(T) AMPERSAND_EQUAL value(V). { R = build_aug_assign(b, T, AST_BITAND, V); }
small(R) ::= testlist(T) BAR_EQUAL value(V). { R = build_aug_assign(b, T, AST_BITOR, V); }
small(R) ::= testlist(T) CARET_EQUAL value(V). { R = build_aug_assign(b, T, AST_BITXOR, V); }
small(R) ::= testlist(T) LEFT_SHIFT_EQUAL value(V). { R = build_aug_assign(b, T, AST_LSHIFT, V); }
small(R) ::= testlist(T) RIGHT_SHIFT_EQUAL value(V). { R = build_aug_assign(b, T, AST_RSHIFT, V); }
small(R) ::= PASS(T). { R = build_simple(b, AST_Pass, T); }
small(R) ::= BREAK(T). { R = build_simple(b, AST_Break, T); }
small(R) ::= CONTINUE(T). { R = build_simple(b, AST_Continue, T); }
small(R) ::= RETURN(T). { R = build_return(b, T, NULL); }
small(R) ::= RETURN(T) testlist(E). { R = build_return(b, T, E); }
small(R) ::= DEL(T) testlist(E). { R = build_delete(b, T, E); }
small(R) ::= RAISE(T). { R = build_raise(b, T, NULL, NULL); }
small(R) ::= RAISE(T) expression(E). { R = build_raise(b, T, E, NULL); }
small(R) ::= RAISE(T) expression(E) FROM expression(C). { R = build_raise(b, T, E, C); }
small(R) ::= ASSERT(T) expression(E). { R = build_assert(b, T, E, NULL); }
small(R) ::= ASSERT(T) expression(E) COMMA expression(M). { R = build_assert(b, T, E, M); }
small(R) ::= GLOBAL(T) names(N). { R = build_global(b, T, N); }
small(R) ::= NONLOCAL(T) names(N). { R = build_nonlocal(b, T, N); }
names(R) ::= NAME(N). { R = names_one(b, N); }
names(R) ::= names(L) COMMA NAME(N). { R = names_add(b, L, N); }
small(R) ::= TYPE(T) NAME(N) opt_type_params(P) EQUAL expression(V). { R = build_type_alias(b, T, N, P, V); }

small(R) ::= IMPORT(T) import_names(N). { R = build_import(b, T, N); }
import_names(R) ::= dotted(N) opt_as(A). { R = vec_one(b, build_alias(b, N, A)); }
import_names(R) ::= import_names(L) COMMA dotted(N) opt_as(A). { R = vec_add(b, L, build_alias(b, N, A)); }
dotted(R) ::= NAME(N). { R = name_some(b, N); }
dotted(R) ::= dotted(D) DOT NAME(N). { R = name_dotted(b, D, N); }
opt_as(R) ::= . { R = name_none(); }
opt_as(R) ::= AS NAME(N). { R = name_some(b, N); }
small(R) ::= FROM(T) dots(D) dotted(M) IMPORT import_items(N). { R = build_import_from(b, T, D, M, N); }
small(R) ::= FROM(T) dots(D) IMPORT import_items(N). { R = build_import_from(b, T, D, name_none(), N); }
small(R) ::= FROM(T) dotted(M) IMPORT import_items(N). { R = build_import_from(b, T, count_zero(), M, N); }
dots(R) ::= DOT. { R = count_of(1); }
dots(R) ::= ELLIPSIS. { R = count_of(3); }
dots(R) ::= dots(L) DOT. { R = count_add(L, 1); }
dots(R) ::= dots(L) ELLIPSIS. { R = count_add(L, 3); }
import_items(R) ::= STAR(T). { R = vec_one(b, build_alias_star(b, T)); }
import_items(R) ::= targets(N). { R = N; }
import_items(R) ::= LPAREN targets(N) RPAREN(E). { R = vec_ending_at(N, E); }
import_items(R) ::= LPAREN targets(N) COMMA RPAREN(E). { R = vec_ending_at(N, E); }
targets(R) ::= NAME(N) opt_as(A). { R = vec_one(b, build_alias(b, name_some(b, N), A)); }
targets(R) ::= targets(L) COMMA NAME(N) opt_as(A). { R = vec_add(b, L, build_alias(b, name_some(b, N), A)); }

// ---- compound statements
compound(R) ::= IF(T) named(C) COLON block(B) elifs(L) else_part(E). { R = build_if_chain(b, build_if(b, T, C, B), L, E); }
elifs(R) ::= . { R = vec_empty(b); }
elifs(R) ::= elifs(L) ELIF(T) named(C) COLON block(B). { R = vec_add(b, L, build_if(b, T, C, B)); }
else_part(R) ::= . { R = vec_empty(b); }
else_part(R) ::= ELSE COLON block(B). { R = B; }
compound(R) ::= WHILE(T) named(C) COLON block(B) else_part(E). { R = build_while(b, T, C, B, E); }
compound(R) ::= FOR(T) for_targets(V) IN testlist(I) COLON block(B) else_part(E). { R = build_for(b, T, V, I, B, E, false); }
compound(R) ::= ASYNC(A) FOR for_targets(V) IN testlist(I) COLON block(B) else_part(E). { R = build_for(b, A, V, I, B, E, true); }
for_targets ::= for_target.
for_targets(R) ::= for_target(E) COMMA(C). { R = build_open_tuple(b, vec_one(b, E), C, AST_STORE); }
for_targets(R) ::= for_target_items(L). { R = build_tuple_or_one(b, L, AST_STORE); }
for_targets(R) ::= for_target_items(L) COMMA(C). { R = build_open_tuple(b, L, C, AST_STORE); }
for_target_items(R) ::= for_target(E) COMMA for_target(F). { R = vec_add(b, vec_one(b, E), F); }
for_target_items(R) ::= for_target_items(L) COMMA for_target(E). { R = vec_add(b, L, E); }
for_target ::= primary.
for_target(R) ::= STAR(T) primary(E). { R = build_starred(b, T, E); }

compound(R) ::= TRY(T) COLON block(B) handlers(H) else_part(E) finally_part(F). { R = build_try(b, T, B, H, E, F); }
compound(R) ::= TRY(T) COLON block(B) FINALLY COLON block(F). { R = build_try(b, T, B, vec_empty(b), vec_empty(b), F); }
handlers(R) ::= handler(H). { R = vec_one(b, H); }
handlers(R) ::= handlers(L) handler(H). { R = vec_add(b, L, H); }
handler(R) ::= EXCEPT(T) COLON block(B). { R = build_handler(b, T, NULL, name_none(), B, false); }
handler(R) ::= EXCEPT(T) expression(E) opt_as(N) COLON block(B). { R = build_handler(b, T, E, N, B, false); }
handler(R) ::= EXCEPT(T) STAR expression(E) opt_as(N) COLON block(B). { R = build_handler(b, T, E, N, B, true); }
handler(R) ::= EXCEPT(T) expression(E) COMMA testlist(M) COLON block(B). { R = build_handler_unparenthesized(b, T, E, M, B); }
finally_part(R) ::= . { R = vec_empty(b); }
finally_part(R) ::= FINALLY COLON block(B). { R = B; }

compound(R) ::= WITH(T) with_items(I) COLON block(B). { R = build_with(b, T, I, B, false); }
compound(R) ::= ASYNC(A) WITH with_items(I) COLON block(B). { R = build_with(b, A, I, B, true); }
compound(R) ::= WITH(T) WITH_LPAREN with_items(I) RPAREN COLON block(B). { R = build_with(b, T, I, B, false); }
compound(R) ::= WITH(T) WITH_LPAREN with_items(I) COMMA RPAREN COLON block(B). { R = build_with(b, T, I, B, false); }
compound(R) ::= ASYNC(A) WITH WITH_LPAREN with_items(I) RPAREN COLON block(B). { R = build_with(b, A, I, B, true); }
compound(R) ::= ASYNC(A) WITH WITH_LPAREN with_items(I) COMMA RPAREN COLON block(B). { R = build_with(b, A, I, B, true); }
with_items(R) ::= with_item(I). { R = vec_one(b, I); }
with_items(R) ::= with_items(L) COMMA with_item(I). { R = vec_add(b, L, I); }
with_item(R) ::= expression(E). { R = build_with_item(b, E, NULL); }
with_item(R) ::= expression(E) AS for_target(V). { R = build_with_item(b, E, V); }

compound ::= definition.
compound(R) ::= decorators(L) definition(D). { R = build_decorated(b, L, D); }
decorators(R) ::= AT named(E) NEWLINE. { R = vec_one(b, E); }
decorators(R) ::= decorators(L) AT named(E) NEWLINE. { R = vec_add(b, L, E); }
definition(R) ::= DEF(T) NAME(N) opt_type_params(P) LPAREN(O) params(A) RPAREN returns(X) COLON block(B). { R = build_function(b, T, N, P, O, A, X, B, false); }
definition(R) ::= ASYNC(T) DEF NAME(N) opt_type_params(P) LPAREN(O) params(A) RPAREN returns(X) COLON block(B). { R = build_function(b, T, N, P, O, A, X, B, true); }
returns(R) ::= . { R = NULL; }
returns(R) ::= ARROW expression(E). { R = E; }
definition(R) ::= CLASS(T) NAME(N) opt_type_params(P) COLON block(B). { R = build_class(b, T, N, P, NULL, B); }
definition(R) ::= CLASS(T) NAME(N) opt_type_params(P) LPAREN args(A) RPAREN COLON block(B). { R = build_class(b, T, N, P, A, B); }

opt_type_params(R) ::= . { R = vec_empty(b); }
opt_type_params(R) ::= LBRACKET type_param_list(L) RBRACKET. { R = L; }
opt_type_params(R) ::= LBRACKET type_param_list(L) COMMA RBRACKET. { R = L; }
type_param_list(R) ::= type_param(P). { R = vec_one(b, P); }
type_param_list(R) ::= type_param_list(L) COMMA type_param(P). { R = vec_add(b, L, P); }
type_param(R) ::= NAME(N) type_default(D). { R = build_type_var(b, N, NULL, D); }
type_param(R) ::= NAME(N) COLON expression(E) type_default(D). { R = build_type_var(b, N, E, D); }
type_param(R) ::= STAR(T) NAME(N). { R = build_type_var_tuple(b, T, N, NULL); }
type_param(R) ::= STAR(T) NAME(N) EQUAL star_annotation(D). { R = build_type_var_tuple(b, T, N, D); }
type_param(R) ::= STAR_STAR(T) NAME(N) type_default(D). { R = build_param_spec(b, T, N, D); }
type_default(R) ::= . { R = NULL; }
type_default(R) ::= EQUAL expression(E). { R = E; }

// Parameters of def; those of lambda differ in having no annotations.
params(R) ::= . { R = vec_empty(b); }
params ::= param_list.
params(R) ::= param_list(L) COMMA. { R = L; }
param_list(R) ::= param(P). { R = vec_one(b, P); }
param_list(R) ::= param_list(L) COMMA param(P). { R = vec_add(b, L, P); }
param(R) ::= NAME(N). { R = build_param(b, PARAM_PLAIN, N, N, NULL, NULL); }
param(R) ::= NAME(N) EQUAL expression(D). { R = build_param(b, PARAM_PLAIN, N, N, NULL, D); }
param(R) ::= NAME(N) COLON expression(A). { R = build_param(b, PARAM_PLAIN, N, N, A, NULL); }
param(R) ::= NAME(N) COLON expression(A) EQUAL expression(D). { R = build_param(b, PARAM_PLAIN, N, N, A, D); }
param(R) ::= STAR(T). { R = build_param(b, PARAM_BARE_STAR, T, T, NULL, NULL); }
param(R) ::= STAR(T) NAME(N). { R = build_param(b, PARAM_STAR, T, N, NULL, NULL); }
param(R) ::= STAR(T) NAME(N) COLON star_annotation(A). { R = build_param(b, PARAM_STAR, T, N, A, NULL); }
param(R) ::= STAR_STAR(T) NAME(N). { R = build_param(b, PARAM_STAR_STAR, T, N, NULL, NULL); }
param(R) ::= STAR_STAR(T) NAME(N) COLON expression(A). { R = build_param(b, PARAM_STAR_STAR, T, N, A, NULL); }
param(R) ::= SLASH(T). { R = build_param(b, PARAM_SLASH, T, T, NULL, NULL); }
star_annotation ::= expression.
star_annotation(R) ::= STAR(T) e(E). { R = build_starred(b, T, build_bitwise(b, E)); }
lambda_params(R) ::= . { R = build_arguments(b, NULL); }
lambda_params(R) ::= lambda_list(L). { R = build_arguments(b, L); }
lambda_params(R) ::= lambda_list(L) COMMA. { R = build_arguments(b, L); }
%type lambda_list {AstVec *}
lambda_list(R) ::= lambda_param(P). { R = vec_one(b, P); }
lambda_list(R) ::= lambda_list(L) COMMA lambda_param(P). { R = vec_add(b, L, P); }
lambda_param(R) ::= NAME(N). { R = build_param(b, PARAM_PLAIN, N, N, NULL, NULL); }
lambda_param(R) ::= NAME(N) EQUAL expression(D). { R = build_param(b, PARAM_PLAIN, N, N, NULL, D); }
lambda_param(R) ::= STAR(T). { R = build_param(b, PARAM_BARE_STAR, T, T, NULL, NULL); }
lambda_param(R) ::= STAR(T) NAME(N). { R = build_param(b, PARAM_STAR, T, N, NULL, NULL); }
lambda_param(R) ::= STAR_STAR(T) NAME(N). { R = build_param(b, PARAM_STAR_STAR, T, N, NULL, NULL); }
lambda_param(R) ::= SLASH(T). { R = build_param(b, PARAM_SLASH, T, T, NULL, NULL); }

// ---- match
compound(R) ::= MATCH(T) match_subject(S) COLON NEWLINE INDENT cases(C) DEDENT. { R = build_match(b, T, S, C); }
match_subject ::= testlist_named.
cases(R) ::= case(C). { R = vec_one(b, C); }
cases(R) ::= cases(L) case(C). { R = vec_add(b, L, C); }
case(R) ::= CASE(T) open_pattern(P) guard(G) COLON block(B). { R = build_case(b, T, P, G, B); }
guard(R) ::= . { R = NULL; }
guard(R) ::= IF named(E). { R = E; }
open_pattern ::= pattern.
open_pattern(R) ::= star_pattern(P). { R = build_lone_star_pattern(b, P); }
open_pattern(R) ::= pattern_items(L) COMMA star_or_pattern(P). { R = build_open_sequence(b, vec_add(b, L, P), NULL); }
open_pattern(R) ::= pattern_items(L) COMMA(C). { R = build_open_sequence(b, L, &C); }
pattern_items(R) ::= star_or_pattern(P). { R = vec_one(b, P); }
pattern_items(R) ::= pattern_items(L) COMMA star_or_pattern(P). { R = vec_add(b, L, P); }
star_or_pattern ::= pattern.
star_or_pattern ::= star_pattern.
star_pattern(R) ::= STAR(T) NAME(N). { R = build_match_star(b, T, N); }
pattern(R) ::= closed_or(L). { R = build_or_pattern(b, L); }
pattern(R) ::= closed_or(L) AS NAME(N). { R = build_as_pattern(b, build_or_pattern(b, L), N); }
closed_or(R) ::= closed(P). { R = vec_one(b, P); }
closed_or(R) ::= closed_or(L) BAR closed(P). { R = vec_add(b, L, P); }
closed(R) ::= signed(E). { R = build_match_value(b, E); }
closed(R) ::= signed(E) PLUS number(I). { R = build_match_complex(b, E, AST_ADD, I); }
closed(R) ::= signed(E) MINUS number(I). { R = build_match_complex(b, E, AST_SUB, I); }
closed(R) ::= strings(S). { R = build_match_value(b, build_strings(b, S)); }
closed(R) ::= NONE(T). { R = build_match_singleton(b, T); }
closed(R) ::= TRUE(T). { R = build_match_singleton(b, T); }
closed(R) ::= FALSE(T). { R = build_match_singleton(b, T); }
closed(R) ::= NAME(N). { R = build_capture(b, N); }
closed(R) ::= attribute_name(A). { R = build_match_value(b, A); }
closed(R) ::= LPAREN(O) RPAREN(E). { R = build_match_sequence(b, O, vec_empty(b), E); }
closed(R) ::= LPAREN(O) pattern_items(L) RPAREN(E). { R = build_match_group(b, O, L, E); }
closed(R) ::= LPAREN(O) pattern_items(L) COMMA RPAREN(E). { R = build_match_sequence(b, O, L, E); }
closed(R) ::= LBRACKET(O) RBRACKET(E). { R = build_match_sequence(b, O, vec_empty(b), E); }
closed(R) ::= LBRACKET(O) pattern_items(L) RBRACKET(E). { R = build_match_sequence(b, O, L, E); }
closed(R) ::= LBRACKET(O) pattern_items(L) COMMA RBRACKET(E). { R = build_match_sequence(b, O, L, E); }
closed(R) ::= LBRACE(O) RBRACE(E). { R = build_match_mapping(b, O, vec_empty(b), E); }
closed(R) ::= LBRACE(O) map_items(L) RBRACE(E). { R = build_match_mapping(b, O, L, E); }
closed(R) ::= LBRACE(O) map_items(L) COMMA RBRACE(E). { R = build_match_mapping(b, O, L, E); }
closed(R) ::= class_name(N) LPAREN RPAREN(E). { R = build_match_class(b, N, vec_empty(b), E); }
closed(R) ::= class_name(N) LPAREN class_pattern_args(L) RPAREN(E). { R = build_match_class(b, N, L, E); }
closed(R) ::= class_name(N) LPAREN class_pattern_args(L) COMMA RPAREN(E). { R = build_match_class(b, N, L, E); }
class_name(R) ::= NAME(N). { R = build_name(b, N); }
class_name ::= attribute_name.
attribute_name(R) ::= NAME(N) DOT NAME(A). { R = build_attribute(b, build_name(b, N), A); }
attribute_name(R) ::= attribute_name(V) DOT NAME(A). { R = build_attribute(b, V, A); }
class_pattern_args(R) ::= class_pattern_arg(P). { R = vec_one(b, P); }
class_pattern_args(R) ::= class_pattern_args(L) COMMA class_pattern_arg(P). { R = vec_add(b, L, P); }
class_pattern_arg ::= pattern.
class_pattern_arg(R) ::= NAME(N) EQUAL pattern(P). { R = build_keyword_pattern(b, N, P); }
map_items(R) ::= map_item(P). { R = vec_one(b, P); }
map_items(R) ::= map_items(L) COMMA map_item(P). { R = vec_add(b, L, P); }
map_item(R) ::= map_key(K) COLON pattern(P). { R = build_map_item(b, K, P); }
map_item(R) ::= STAR_STAR(T) NAME(N). { R = build_map_rest(b, T, N); }
map_key ::= signed.
map_key(R) ::= signed(E) PLUS number(I). { R = build_complex_key(b, E, AST_ADD, I); }
map_key(R) ::= signed(E) MINUS number(I). { R = build_complex_key(b, E, AST_SUB, I); }
map_key(R) ::= strings(S). { R = build_text_key(b, build_strings(b, S)); }
map_key(R) ::= NONE(T). { R = build_constant(b, T, AST_CONST_NONE); }
map_key(R) ::= TRUE(T). { R = build_constant(b, T, AST_CONST_TRUE); }
map_key(R) ::= FALSE(T). { R = build_constant(b, T, AST_CONST_FALSE); }
map_key ::= attribute_name.
signed ::= number.
signed(R) ::= MINUS(T) number(N). { R = build_unary(b, T, AST_USUB, N); }
number(R) ::= NUMBER(T). { R = build_number(b, T); }

// ---- expressions
testlist ::= star_expression.
testlist(R) ::= star_expression(E) COMMA(C). { R = build_open_tuple(b, vec_one(b, E), C, AST_LOAD); }
testlist(R) ::= testlist_items(L). { R = build_tuple_or_one(b, L, AST_LOAD); }
testlist(R) ::= testlist_items(L) COMMA(C). { R = build_open_tuple(b, L, C, AST_LOAD); }
testlist_items(R) ::= star_expression(E) COMMA star_expression(F). { R = vec_add(b, vec_one(b, E), F); }
testlist_items(R) ::= testlist_items(L) COMMA star_expression(E). { R = vec_add(b, L, E); }
star_expression ::= expression.
star_expression(R) ::= STAR(T) e(E). { R = build_starred(b, T, build_bitwise(b, E)); }
testlist_named(R) ::= display(L). { R = build_tuple_or_one(b, L, AST_LOAD); }
testlist_named(R) ::= display(L) COMMA(C). { R = build_open_tuple(b, L, C, AST_LOAD); }
yield(R) ::= YIELD(T). { R = build_yield(b, T, NULL); }
yield(R) ::= YIELD(T) testlist(E). { R = build_yield(b, T, E); }
yield(R) ::= YIELD(T) FROM expression(E). { R = build_yield_from(b, T, E); }
named ::= expression.
named(R) ::= expression(T) COLON_EQUAL expression(V). { R = build_named(b, T, V); }
expression ::= e.
expression(R) ::= e(B) IF e(C) ELSE expression(E). { R = build_if_expression(b, C, B, E); }
expression(R) ::= LAMBDA(T) lambda_params(A) COLON expression(B). { R = build_lambda(b, T, A, B); }

e(R) ::= e(X) OR e(Y). { R = build_bool(b, AST_OR, X, Y); }
e(R) ::= e(X) AND e(Y). { R = build_bool(b, AST_AND, X, Y); }
e(R) ::= NOT(T) e(X). { R = build_unary(b, T, AST_NOT, X); }
e(R) ::= e(X) EQUAL_EQUAL e(Y). { R = build_compare(b, X, AST_EQ, Y); }
e(R) ::= e(X) NOT_EQUAL e(Y). { R = build_compare(b, X, AST_NOTEQ, Y); }
e(R) ::= e(X) LESS e(Y). { R = build_compare(b, X, AST_LT, Y); }
e(R) ::= e(X) LESS_EQUAL e(Y). { R = build_compare(b, X, AST_LTE, Y); }
e(R) ::= e(X) GREATER e(Y). { R = build_compare(b, X, AST_GT, Y); }
e(R) ::= e(X) GREATER_EQUAL e(Y). { R = build_compare(b, X, AST_GTE, Y); }
e(R) ::= e(X) IS e(Y). { R = build_compare(b, X, AST_IS, Y); }
e(R) ::= e(X) IS_NOT e(Y). { R = build_compare(b, X, AST_ISNOT, Y); }
e(R) ::= e(X) IN e(Y). { R = build_compare(b, X, AST_IN, Y); }
e(R) ::= e(X) NOT_IN e(Y). { R = build_compare(b, X, AST_NOTIN, Y); }
e(R) ::= e(X) PLUS e(Y). { R = build_binary(b, X, AST_ADD, Y); }
e(R) ::= e(X) MINUS e(Y). { R = build_binary(b, X, AST_SUB, Y); }
e(R) ::= e(X) STAR e(Y). { R = build_binary(b, X, AST_MULT, Y); }
e(R) ::= e(X) SLASH e(Y). { R = build_binary(b, X, AST_DIV, Y); }
e(R) ::= e(X) PERCENT e(Y). { R = build_binary(b, X, AST_MOD, Y); }
e(R) ::= e(X) AT e(Y). { R = build_binary(b, X, AST_MATMULT, Y); }
e(R) ::= e(X) STAR_STAR e(Y). { R = build_binary(b, X, AST_POW, Y); }
e(R) ::= e(X) SLASH_SLASH e(Y). { R = build_binary(b, X, AST_FLOORDIV, Y); }
e(R) ::= e(X) AMPERSAND e(Y). { R = build_binary(b, X, AST_BITAND, Y); }
e(R) ::= e(X) BAR e(Y). { R = build_binary(b, X, AST_BITOR, Y); }
e(R) ::= e(X) CARET e(Y). { R = build_binary(b, X, AST_BITXOR, Y); }
e(R) ::= e(X) LEFT_SHIFT e(Y). { R = build_binary(b, X, AST_LSHIFT, Y); }
e(R) ::= e(X) RIGHT_SHIFT e(Y). { R = build_binary(b, X, AST_RSHIFT, Y); }
e(R) ::= MINUS(T) e(X). [TILDE] { R = build_unary(b, T, AST_USUB, X); }
e(R) ::= PLUS(T) e(X). [TILDE] { R = build_unary(b, T, AST_UADD, X); }
e(R) ::= TILDE(T) e(X). { R = build_unary(b, T, AST_INVERT, X); }
e(R) ::= AWAIT(T) primary(X). { R = build_await(b, T, X); }
e ::= primary.

primary(R) ::= primary(V) DOT NAME(N). { R = build_attribute(b, V, N); }
primary(R) ::= primary(F) LPAREN(O) args(A) RPAREN(E). { R = build_call(b, F, O, A, E); }
primary(R) ::= primary(V) LBRACKET subscript_items(L) RBRACKET(E). { R = build_subscript(b, V, L, NULL, E); }
primary(R) ::= primary(V) LBRACKET subscript_items(L) COMMA(C) RBRACKET(E). { R = build_subscript(b, V, L, &C, E); }
subscript_items(R) ::= subscript(S). { R = vec_one(b, S); }
subscript_items(R) ::= subscript_items(L) COMMA subscript(S). { R = vec_add(b, L, S); }
subscript ::= named.
subscript(R) ::= STAR(T) e(E). { R = build_starred(b, T, build_bitwise(b, E)); }
subscript(R) ::= bound(L) COLON(C) bound(U). { R = build_slice(b, L, C, U, NULL, NULL); }
subscript(R) ::= bound(L) COLON(C) bound(U) COLON(D) bound(S). { R = build_slice(b, L, C, U, &D, S); }
bound(R) ::= . { R = NULL; }
bound ::= expression.

args(R) ::= . { R = vec_empty(b); }
args ::= arg_list.
args(R) ::= arg_list(L) COMMA(C). { R = build_args_comma(b, L, C); }
arg_list(R) ::= arg(A). { R = vec_one(b, A); }
arg_list(R) ::= arg_list(L) COMMA arg(A). { R = vec_add(b, L, A); }
arg ::= named.
arg(R) ::= named(E) comp_for(C). { R = build_bare_generator(b, E, C); }
arg(R) ::= expression(N) EQUAL expression(V). { R = build_keyword(b, N, V); }
arg(R) ::= STAR(T) expression(E). { R = build_starred(b, T, E); }
arg(R) ::= STAR_STAR(T) expression(E). { R = build_double_starred(b, T, E); }

comp_for ::= comp_clauses.
comp_clauses(R) ::= comp_clause(C). { R = vec_one(b, C); }
comp_clauses(R) ::= comp_clauses(L) comp_clause(C). { R = vec_add(b, L, C); }
comp_clause(R) ::= FOR(T) for_targets(V) IN e(I) comp_ifs(F). { R = build_comprehension(b, T, V, I, F, false); }
comp_clause(R) ::= ASYNC(T) FOR for_targets(V) IN e(I) comp_ifs(F). { R = build_comprehension(b, T, V, I, F, true); }
comp_ifs(R) ::= . { R = vec_empty(b); }
comp_ifs(R) ::= comp_ifs(L) IF e(E). { R = vec_add(b, L, E); }

primary(R) ::= NAME(N). { R = build_name(b, N); }
primary(R) ::= NUMBER(T). { R = build_number(b, T); }
primary(R) ::= strings(S). { R = build_strings(b, S); }
primary(R) ::= NONE(T). { R = build_constant(b, T, AST_CONST_NONE); }
primary(R) ::= TRUE(T). { R = build_constant(b, T, AST_CONST_TRUE); }
primary(R) ::= FALSE(T). { R = build_constant(b, T, AST_CONST_FALSE); }
primary(R) ::= ELLIPSIS(T). { R = build_constant(b, T, AST_CONST_ELLIPSIS); }
primary(R) ::= LPAREN(O) RPAREN(E). { R = build_tuple(b, O, vec_empty(b), E); }
primary(R) ::= LPAREN(O) display(L) RPAREN(E). { R = build_group(b, O, L, E); }
primary(R) ::= LPAREN(O) display(L) COMMA RPAREN(E). { R = build_tuple(b, O, L, E); }
primary(R) ::= LPAREN(O) yield(Y) RPAREN(E). { R = build_group(b, O, vec_one(b, Y), E); }
primary(R) ::= LPAREN(O) star_named(X) comp_for(C) RPAREN(E). { R = build_comprehension_of(b, AST_GeneratorExp, O, X, C, E); }
primary(R) ::= LBRACKET(O) RBRACKET(E). { R = build_list(b, O, vec_empty(b), E); }
primary(R) ::= LBRACKET(O) display(L) RBRACKET(E). { R = build_list(b, O, L, E); }
primary(R) ::= LBRACKET(O) display(L) COMMA RBRACKET(E). { R = build_list(b, O, L, E); }
primary(R) ::= LBRACKET(O) star_named(X) comp_for(C) RBRACKET(E). { R = build_comprehension_of(b, AST_ListComp, O, X, C, E); }
primary(R) ::= LBRACE(O) RBRACE(E). { R = build_dict(b, O, vec_empty(b), E); }
primary(R) ::= LBRACE(O) display(L) RBRACE(E). { R = build_set(b, O, L, E); }
primary(R) ::= LBRACE(O) display(L) COMMA RBRACE(E). { R = build_set(b, O, L, E); }
primary(R) ::= LBRACE(O) star_named(X) comp_for(C) RBRACE(E). { R = build_comprehension_of(b, AST_SetComp, O, X, C, E); }
primary(R) ::= LBRACE(O) dict_items(L) RBRACE(E). { R = build_dict(b, O, L, E); }
primary(R) ::= LBRACE(O) dict_items(L) COMMA RBRACE(E). { R = build_dict(b, O, L, E); }
primary(R) ::= LBRACE(O) dict_item(X) comp_for(C) RBRACE(E). { R = build_comprehension_of(b, AST_DictComp, O, X, C, E); }
display(R) ::= star_named(E). { R = vec_one(b, E); }
display(R) ::= display(L) COMMA star_named(E). { R = vec_add(b, L, E); }
star_named ::= named.
star_named(R) ::= STAR(T) e(E). { R = build_starred(b, T, build_bitwise(b, E)); }
dict_items(R) ::= dict_item(I). { R = vec_one(b, I); }
dict_items(R) ::= dict_items(L) COMMA dict_item(I). { R = vec_add(b, L, I); }
dict_item(R) ::= expression(K) COLON expression(V). { R = build_dict_item(b, K, V); }
dict_item(R) ::= STAR_STAR e(V). { R = build_dict_item(b, NULL, build_bitwise(b, V)); }

strings(R) ::= string(S). { R = vec_one(b, S); }
strings(R) ::= strings(L) string(S). { R = vec_add(b, L, S); }
string(R) ::= STRING(T). { R = build_string_token(b, T); }
string(R) ::= FSTRING_START(T) fstring_parts(P) FSTRING_END(E). { R = build_fstring(b, T, P, E); }
fstring_parts(R) ::= . { R = vec_empty(b); }
fstring_parts(R) ::= fstring_parts(L) FSTRING_MIDDLE(M). { R = vec_add(b, L, build_fstring_text(b, M)); }
fstring_parts(R) ::= fstring_parts(L) field(F). { R = vec_join(b, L, F); }
%type field {AstVec *}
field(R) ::= FSTRING_LBRACE(O) field_value(V) field_debug(D) field_conversion(C) field_spec(S) FSTRING_RBRACE(E). { R = build_field(b, O, V, D, C, S, E); }
field_value ::= testlist_named.
field_value ::= yield.
%type field_debug {Token}
%type field_conversion {Token}
field_debug(R) ::= . { R = token_none(); }
field_debug(R) ::= FSTRING_DEBUG(T). { R = T; }
field_conversion(R) ::= . { R = token_none(); }
field_conversion(R) ::= FSTRING_CONVERSION NAME(N). { R = N; }
%type field_spec {FieldSpec}
field_spec(R) ::= . { R = spec_none(); }
field_spec(R) ::= FSTRING_COLON(T) fstring_parts(P). { R = spec_some(T, P); }

%code {
void *grammar_new(Builder *b) {
    yyParser *parser = arena_zalloc(b->scratch, sizeof *parser);
    grammarInit(parser, b);
    return parser;
}
// Whether the parser could go on with `kind` where it stands. A reduction counts as yes.
bool grammar_accepts(void *parser, int kind) {
    yyParser *p = parser;
    YYACTIONTYPE action = yy_find_shift_action((YYCODETYPE)kind, p->yytos->stateno);
    return action != YY_ERROR_ACTION && action != YY_NO_ACTION;
}
// After an error was skipped, the next one counts again.
void grammar_recovered(void *parser) { ((yyParser *)parser)->yyerrcnt = -1; }
}
