// The front end walks trees by recursion: as deep as PARSE_MAX_DEPTH and its like allow, whatever the stack is that a host, or a script deep in a recursion of its own,
// calls it on. So where too little of that is left it works on another one.
#ifndef TYPHON_EMBED_FRONT_STACK_H
#define TYPHON_EMBED_FRONT_STACK_H
#include "runtime/vm.h"

// Calls the function, here or there. It must return (no longjmp beyond it). False: memory is short, it was not called.
bool front_stack_call(VM *vm, void (*function)(void *argument), void *argument);
#endif
