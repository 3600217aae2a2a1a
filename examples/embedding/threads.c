/* A VM per thread, with channels between them: the first thread hands out ranges, workers find the primes in them, each in a VM of its own, and answer with dataclasses. */
#include <pthread.h>
#include <stdio.h>
#include <typhon.h>

enum { WORKERS = 3, ROOM = 4, RANGES = 12, RANGE = 2000 };

/* A bounded queue of messages. What is closed gives NULL once it is empty. */
typedef struct Channel {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    typhon_message *messages[ROOM];
    int first, count;
    bool is_closed;
} Channel;

static void send(Channel *channel, typhon_message *message) {
    pthread_mutex_lock(&channel->mutex);
    while (channel->count == ROOM) pthread_cond_wait(&channel->changed, &channel->mutex);
    channel->messages[(channel->first + channel->count++) % ROOM] = message;
    pthread_cond_broadcast(&channel->changed);
    pthread_mutex_unlock(&channel->mutex);
}
static typhon_message *receive(Channel *channel) {
    typhon_message *message = NULL;
    pthread_mutex_lock(&channel->mutex);
    while (!channel->count && !channel->is_closed) pthread_cond_wait(&channel->changed, &channel->mutex);
    if (channel->count) message = channel->messages[channel->first], channel->first = (channel->first + 1) % ROOM, channel->count--;
    pthread_cond_broadcast(&channel->changed);
    pthread_mutex_unlock(&channel->mutex);
    return message;
}
static void close_channel(Channel *channel) {
    pthread_mutex_lock(&channel->mutex);
    channel->is_closed = true;
    pthread_cond_broadcast(&channel->changed);
    pthread_mutex_unlock(&channel->mutex);
}

static Channel work = {.mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER}, found = {.mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

/* What all VMs know: a class that is sent must be found by its name on both sides. */
static const char primes[] = "from dataclasses import dataclass\n"
                             "@dataclass\n"
                             "class Found:\n"
                             "    start: int\n"
                             "    primes: list[int]\n"
                             "def find(start: int, stop: int) -> Found:\n"
                             "    return Found(start, [n for n in range(max(start, 2), stop) if all(n % d for d in range(2, int(n ** 0.5) + 1))])\n"
                             "def show(all: list[Found]) -> None:\n"
                             "    numbers = [n for f in sorted(all, key=lambda f: f.start) for n in f.primes]\n"
                             "    print(len(numbers), 'primes, the last', numbers[-1])\n";

static void print(void *userdata, int stream, const char *text, size_t size) { (void)userdata, fwrite(text, 1, size, stream == 1 ? stdout : stderr); }

/* A VM with the module; its functions. NULL: it could not be made. */
static typhon_vm *open_with_primes(typhon_value *module) {
    typhon_config config = {.output = print};
    typhon_vm *vm = typhon_open(&config);
    if (!vm || typhon_load(vm, "primes", NULL, primes, TYPHON_NUL_TERMINATED, module) == TYPHON_OK) return vm;
    fputs(typhon_problem(vm), stderr);
    typhon_close(vm);
    return NULL;
}

static void *worker(void *unused) {
    typhon_value module, find, range, bounds[2], answer;
    typhon_vm *vm = open_with_primes(&module);
    bool good = vm && typhon_get_attr(vm, module, "find", &find) == TYPHON_OK;
    for (typhon_message *message; (message = receive(&work));) {
        typhon_message *reply = NULL;
        if (good) {
            typhon_scope scope = typhon_scope_open(vm); /* values of one round end with it */
            good = typhon_unpack(vm, message, &range) == TYPHON_OK && typhon_get_index(vm, range, 0, &bounds[0]) == TYPHON_OK && typhon_get_index(vm, range, 1, &bounds[1]) == TYPHON_OK &&
                   typhon_call(vm, find, bounds, 2, &answer) == TYPHON_OK && typhon_pack(vm, answer, &reply) == TYPHON_OK;
            if (!good) fputs(typhon_problem(vm), stderr);
            typhon_scope_close(vm, scope);
        }
        typhon_message_free(message);
        send(&found, reply); /* NULL: it went wrong */
    }
    typhon_close(vm);
    return unused;
}

/* Hands out the ranges, on a thread of its own: the first one receives meanwhile. */
static void *hand_out(void *unused) {
    typhon_vm *vm = typhon_open(NULL);
    for (int i = 0; vm && i < RANGES; i++) {
        typhon_value bounds[] = {typhon_int(vm, i * RANGE), typhon_int(vm, (i + 1) * RANGE)};
        typhon_message *message = NULL;
        if (typhon_pack(vm, typhon_tuple(vm, bounds, 2), &message) == TYPHON_OK) send(&work, message);
        else send(&found, NULL);
    }
    if (!vm) for (int i = 0; i < RANGES; i++) send(&found, NULL);
    close_channel(&work);
    typhon_close(vm);
    return unused;
}

int main(void) {
    pthread_t threads[WORKERS + 1];
    for (int i = 0; i < WORKERS; i++) pthread_create(&threads[i], NULL, worker, NULL);
    pthread_create(&threads[WORKERS], NULL, hand_out, NULL);
    typhon_value module, show, all;
    typhon_vm *vm = open_with_primes(&module);
    bool good = vm && typhon_get_attr(vm, module, "show", &show) == TYPHON_OK;
    if (good) all = typhon_list(vm, NULL, 0);
    for (int i = 0; i < RANGES; i++) {
        typhon_message *message = receive(&found);
        typhon_value answer;
        good = good && message && typhon_unpack(vm, message, &answer) == TYPHON_OK && typhon_append(vm, all, answer) == TYPHON_OK;
        typhon_message_free(message);
    }
    for (int i = 0; i <= WORKERS; i++) pthread_join(threads[i], NULL);
    if (good && typhon_call(vm, show, &all, 1, NULL) != TYPHON_OK) fputs(typhon_problem(vm), stderr), good = false;
    typhon_close(vm);
    return !good;
}
