// SyntaxWarnings: what the parser found dubious (parser/dubious.h), through the filters of the module warnings.
// In two steps, as a filter is a script and may load source with the same loader: first all is copied out of the arena, then told.
#ifndef TYPHON_EMBED_SYNTAX_WARNINGS_H
#define TYPHON_EMBED_SYNTAX_WARNINGS_H
#include "parser/parser.h"
#include "runtime/vm.h"

// A list for syntax_warnings_tell, or VALUE_NONE: nothing to tell. only_parsers: not what CPython's compiler finds.
MAY_RAISE Value syntax_warnings_collect(VM *vm, const Source *source, TreeArena *arena, const ParseResult *parsed, bool only_parsers);
// false: a filter made one an error, or failed; then SyntaxError, or what the filter raised, is set.
MAY_RAISE bool syntax_warnings_tell(VM *vm, Value warnings);
#endif
