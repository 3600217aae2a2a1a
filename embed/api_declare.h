// Declarations of the host in the language itself: what api_host.c (functions, values, texts) and api_class.c share.
#ifndef TYPHON_EMBED_API_DECLARE_H
#define TYPHON_EMBED_API_DECLARE_H
#include "embed/api.h"
#include "parser/ast.h"
#include <stdlib.h>

// What was read of one. All text is in the loader's arena.
typedef struct Declaration {
    const char *name;
    const char *stub;    // its part of the stub
    const char *program; // to be run: defines __make__, which is given the natives; of functions and classes only
    uint32_t parameter_count; // of a function
} Declaration;
// The same, kept: malloc'd.
typedef struct Prepared {
    char *name, *stub, *program;
    uint32_t parameter_count;
} Prepared;
// `given`: what declare_prepare was given. False: it has been reported.
typedef bool (*DeclarationReader)(TreeArena *arena, const void *given, Declaration *out, DiagList *diagnostics);

// ---- reading
const char *declare_slice(TreeArena *arena, const char *text, uint32_t start, uint32_t end); // without the white space at its end
bool declare_is_docstring(const Ast *statement);
bool declare_is_ellipsis(const Ast *statement);
// "kind, at, hp": all parameters in the order of the signature, as arguments of a call. *good: they, *count, are not too many.
const char *declare_parameters(TreeArena *arena, const Astarguments *arguments, uint32_t *count, bool *good);
// Reports the complaint: NULL.
const Ast *declare_refused(DiagList *diagnostics, const Source *source, const char *complaint);
Source *declare_source(TreeArena *arena, const char *text);
// The one statement of the text, or NULL, which has been reported.
const Ast *declare_parse(TreeArena *arena, const Source *source, DiagList *diagnostics, AstKind kind, const char *complaint);

// ---- defining
// Makes what was declared, and puts it into the module's namespace. On a root scope of its own.
typedef bool (*DeclarationMaker)(typhon_vm *vm, Value module, Code *code, const Prepared *prepared, void *context);
// One declaration: reads it, compiles its program (but for a value's), has it made, and puts its part into the module's stub.
typedef struct DeclarationKind {
    DeclarationReader read;
    MAY_RAISE DeclarationMaker make;
    bool (*is_class)(void *context, const char *name); // in its module (CompileInput.is_class); NULL: it has no attributes
    bool has_program;
} DeclarationKind;
typhon_status declare(typhon_vm *vm, const char *module, const DeclarationKind *kind, const void *given, void *context);
// A dotted module's parents must be there; the last of them gets it as an attribute.
MAY_RAISE Value declare_module(typhon_vm *host, const char *name);
// What __make__ in `code` makes of the natives, in the module's namespace.
MAY_RAISE Value declare_make(VM *vm, Value module, Code *code, const Value *natives, uint32_t count);

// ---- the callable that a host function is
typedef struct HostFunction {
    Object head;
    typhon_function function;
    void *userdata;
    const typhon_class *class_of; // a method's: its first argument must be an instance; else NULL
    const char *name;             // of a method
    uint32_t parameter_count;     // as many arguments it reads, whoever calls it: scripts find it in the closure of what stands for it
} HostFunction;
MAY_RAISE Value host_function_new(typhon_vm *host, typhon_function function, void *userdata, uint32_t parameter_count);
#endif
