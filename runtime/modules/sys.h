// What sys.c (the module, its streams and functions) and sys_info.c (facts about this Python, mostly struct sequences) share.
#ifndef TYPHON_RUNTIME_MODULES_SYS_H
#define TYPHON_RUNTIME_MODULES_SYS_H
#include "runtime/objects/dict.h"

// vm->system: made when sys is first imported, or its streams are first needed: then `module` is VALUE_NONE (a heap block).
typedef struct SystemState {
    Value module;
    Value stdin_stream, stdout_stream, stderr_stream; // as made at the start
    Value profile, trace; // what setprofile(None) and settrace(None) were given
    Value hooks_type;     // of get_asyncgen_hooks(), made when first asked for
    Value unraisable_type; // of what sys.unraisablehook is given, likewise
    uint32_t recursion_limit; // as the script asked for it
    double switch_interval;
    uint32_t first_text_digits; // int_max_text_digits when sys was made
    uint32_t info_made;         // how many groups of facts about this Python are in the namespace (sys_info.c)
} SystemState;

MAY_RAISE bool sys_set(VM *vm, Dict *space, const char *name, Value value); // value VALUE_ERROR: false
MAY_RAISE bool sys_set_text(VM *vm, Dict *space, const char *name, const char *text);
Value sys_value(VM *vm, Str *name); // of the namespace of sys, VALUE_UNBOUND: not there, or sys never imported. Never raises
MAY_RAISE bool sys_add_paths(VM *vm, Dict *space);
// Facts about this Python, of which most scripts ask for none, are put into the namespace of sys when a name is first missed there (VALUE_UNBOUND: it is none of
// theirs), and all of them before a script gets to see the namespace, or takes a name from it.
bool sys_lacks_info(const VM *vm, const Dict *space);
MAY_RAISE Value sys_find_info(VM *vm, Str *name);
MAY_RAISE bool sys_complete(VM *vm);
// sys_hooks.c: hands an exception that nobody can be told of to the hook a script has set; false: there is none, or it failed (error set then).
// message: VALUE_NONE, or a str that is to stand for "Exception ignored in".
bool sys_call_unraisable_hook(VM *vm, Value exception, Value message, Value object);
// sys_hooks.c: the pair (firstiter, finalizer) of this thread, VALUE_UNBOUND: none were set.
MAY_RAISE Value sys_asyncgen_hooks(VM *vm);
MAY_RAISE Value sys_set_asyncgen_hooks(VM *vm, Value *args, uint32_t count);
MAY_RAISE Value sys_get_asyncgen_hooks(VM *vm, Value *args, uint32_t count);
#endif
