#include "embed/front_stack.h"
#include <sys/mman.h>
#include <ucontext.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif
#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

enum {
    // What is to be left of the stack: the deepest trees there may be take less than one MiB as it is built for use, several times that with sanitizers or without optimisation.
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    STACK_NEEDED = 2 << 20,
#else
    STACK_NEEDED = 6 << 20,
#endif
    STACK_ASIDE = 16 << 20, // of address space: memory is taken as it is used
    STACK_MARGIN = 64 * 1024,
};

#ifdef TYPHON_GC_BOEHM
// Boehm's collector reads C stacks, and knows but the thread's.
bool front_stack_call(VM *vm, void (*function)(void *argument), void *argument) { return (void)vm, function(argument), true; }
#else
typedef struct Aside {
    ucontext_t from, there;
    void (*function)(void *argument);
    void *argument;
#ifdef __SANITIZE_ADDRESS__
    const void *from_stack;
    size_t from_size;
#endif
#ifdef __SANITIZE_THREAD__
    void *from_fiber;
#endif
} Aside;

// makecontext passes ints.
static void aside_main(unsigned low, unsigned high) {
    Aside *aside = (Aside *)((uintptr_t)high << 32 | low);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(NULL, &aside->from_stack, &aside->from_size);
#endif
    aside->function(aside->argument);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_start_switch_fiber(NULL, aside->from_stack, aside->from_size);
#endif
#ifdef __SANITIZE_THREAD__
    __tsan_switch_to_fiber(aside->from_fiber, 0);
#endif
    swapcontext(&aside->there, &aside->from);
}

static void switch_to(Aside *aside, void *stack) {
    uintptr_t self = (uintptr_t)aside;
    getcontext(&aside->there);
    aside->there.uc_stack.ss_sp = stack, aside->there.uc_stack.ss_size = STACK_ASIDE, aside->there.uc_link = NULL;
    makecontext(&aside->there, (void (*)(void))aside_main, 2, (unsigned)self, (unsigned)(self >> 32));
#ifdef __SANITIZE_ADDRESS__
    void *fake;
    __sanitizer_start_switch_fiber(&fake, stack, STACK_ASIDE);
#endif
#ifdef __SANITIZE_THREAD__
    void *fiber = __tsan_create_fiber(0);
    aside->from_fiber = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(fiber, 0);
#endif
    swapcontext(&aside->from, &aside->there);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(fake, NULL, NULL);
#endif
#ifdef __SANITIZE_THREAD__
    __tsan_destroy_fiber(fiber);
#endif
}

bool front_stack_call(VM *vm, void (*function)(void *argument), void *argument) {
    ptrdiff_t left = (char *)__builtin_frame_address(0) - vm->c_stack_limit;
    if (left >= STACK_NEEDED) return function(argument), true;
    char *stack = mmap(NULL, STACK_ASIDE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0), *limit = vm->c_stack_limit;
    if (stack == MAP_FAILED) return false;
    mprotect(stack, 4096, PROT_NONE); // whoever overruns it ends at once
    Aside aside = {.function = function, .argument = argument};
    vm->c_stack_limit = stack + STACK_MARGIN;
    switch_to(&aside, stack);
    vm->c_stack_limit = limit;
    munmap(stack, STACK_ASIDE);
    return true;
}
#endif
