// Signals of the system. They belong to the process, and a handler can reach nothing but a variable of the process: so it is the host that has
// them, in a SignalPort it gives to the one VM whose scripts may handle signals (VMConfig.signals). The runtime has no such variable.
//
//   system -> the host's C handler: port->pending[n] = 1, ATTENTION_INTERRUPT, a byte to wakeup_descriptor
//          -> at the VM's next safepoint, or after EINTR: raise_if_interrupted -> signals_deliver: the script's handler is called
//
// The module `signal` (modules/signal_module.c) keeps the scripts' handlers. Until it is imported, SIGINT means KeyboardInterrupt.
#ifndef TYPHON_RUNTIME_SIGNALS_H
#define TYPHON_RUNTIME_SIGNALS_H
#include "runtime/vm.h"
#include <signal.h>

enum { SIGNAL_COUNT = 65 };
typedef enum SignalAction { SIGNAL_DEFAULT, SIGNAL_IGNORE, SIGNAL_SCRIPT } SignalAction;
typedef struct SignalPort SignalPort;
struct SignalPort {
    volatile sig_atomic_t pending[SIGNAL_COUNT];
    volatile int wakeup_descriptor; // -1: none
    // Installs what the process does on a signal; errno on failure. SIGNAL_SCRIPT: as in the picture above.
    int (*install)(SignalPort *port, int number, SignalAction action);
};
// Calls the handlers of what is pending; true: one of them has raised.
MAY_RAISE bool signals_deliver(VM *vm);
// Where no script may run: true: what is pending means KeyboardInterrupt, no handler of a script being asked, and that is raised.
MAY_RAISE bool signals_raise_plain(VM *vm);
#endif
