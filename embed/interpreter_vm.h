// The VMs that scripts start (runtime/interpreters.h): configured as the one they were started from, with a loader of their own.
#ifndef TYPHON_EMBED_INTERPRETER_VM_H
#define TYPHON_EMBED_INTERPRETER_VM_H
#include "runtime/interpreters.h"

// For VMs whose loader is a SourceLoader.
extern const VMMaker interpreter_vm_maker;
#endif
