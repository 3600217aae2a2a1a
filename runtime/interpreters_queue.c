// Queues between interpreters (interpreters.h).
#define _GNU_SOURCE // pthread_condattr_setclock
#include "runtime/interpreters_private.h"
#include "runtime/thread.h"
#include "runtime/waiting.h"
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

int64_t queue_add(VM *vm, int64_t most) {
    Family *family = family_of(vm);
    MessageQueue *queue = family ? calloc(1, sizeof *queue) : NULL;
    if (!queue) return family ? (raise_memory_error(vm), -1) : -1;
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&queue->changed, &attributes);
    pthread_condattr_destroy(&attributes);
    queue->most = most;
    queue->references = 1;
    pthread_mutex_lock(&family->mutex);
    int64_t number = queue->number = ++family->next_queue;
    MessageQueue **end = &family->queues;
    while (*end) end = &(*end)->next;
    *end = queue;
    pthread_mutex_unlock(&family->mutex);
    return number;
}

MessageQueue *queue_find(Family *family, int64_t number) {
    MessageQueue *queue = family->queues;
    while (queue && queue->number != number) queue = queue->next;
    return queue;
}

void queue_free_item(QueueItem *item) {
    parcel_free(item->parcel);
    free(item);
}
static QueueItem *take_first(Family *family, MessageQueue *queue) {
    QueueItem *item = queue->first;
    queue->first = item->next;
    if (!queue->first) queue->last = NULL;
    queue->count--;
    family->queued_bytes -= item->parcel->size;
    return item;
}
static void free_queue(Family *family, MessageQueue *queue) {
    while (queue->first) queue_free_item(take_first(family, queue));
    pthread_cond_destroy(&queue->changed);
    free(queue);
}
void queue_drop_reference(Family *family, MessageQueue *queue) {
    if (--queue->references) return;
    MessageQueue **link = &family->queues;
    while (*link != queue) link = &(*link)->next;
    *link = queue->next;
    free_queue(family, queue);
}
void queues_free(Family *family) {
    while (family->queues) {
        MessageQueue *queue = family->queues;
        family->queues = queue->next;
        free_queue(family, queue);
    }
}

static bool has_room(const MessageQueue *queue) { return queue->most <= 0 || queue->count < (uint64_t)queue->most; }
static bool has_items(const MessageQueue *queue) { return queue->count; }

// Waits, with the mutex held, until the queue is ready: 1, with a reference to it; as queue_put says otherwise, and then without the mutex.
static int await(VM *vm, MessageQueue *queue, bool (*is_ready)(const MessageQueue *queue), double timeout) {
    Family *family = vm->family;
    double end = timeout < 0 ? -1 : now() + timeout;
    queue->references++;
    int answer = 1;
    while (!is_ready(queue)) {
        double left = end < 0 ? WAIT_SLICE * 1e-3 : end - now();
        if (left <= 0) {
            answer = 0;
            break;
        }
        pthread_mutex_unlock(&family->mutex); // which is never held while the turn is asked for
        BLOCKING_BEGIN(vm);
        struct timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += left < WAIT_SLICE * 1e-3 ? (long)(left * 1e9) : WAIT_SLICE * 1000000;
        if (until.tv_nsec >= 1000000000) until.tv_sec++, until.tv_nsec -= 1000000000;
        pthread_mutex_lock(&family->mutex);
        if (!is_ready(queue)) pthread_cond_timedwait(&queue->changed, &family->mutex, &until);
        pthread_mutex_unlock(&family->mutex);
        BLOCKING_END(vm);
        bool is_raised = !wait_looks(vm, end >= 0);
        pthread_mutex_lock(&family->mutex);
        if (is_raised) {
            answer = -1;
            break;
        }
    }
    if (answer == 1) return 1; // the caller drops the reference
    queue_drop_reference(family, queue);
    pthread_mutex_unlock(&family->mutex);
    return answer;
}

static MessageQueue *lock_queue(VM *vm, int64_t number) {
    Family *family = family_of(vm);
    if (!family) return NULL;
    pthread_mutex_lock(&family->mutex);
    MessageQueue *queue = queue_find(family, number);
    if (!queue) pthread_mutex_unlock(&family->mutex);
    return queue;
}

int queue_put(VM *vm, int64_t number, Parcel *parcel, double timeout) {
    QueueItem *item = calloc(1, sizeof *item);
    if (!item) return raise_memory_error(vm), -1;
    MessageQueue *queue = lock_queue(vm, number);
    int answer = queue ? await(vm, queue, has_room, timeout) : error_is_set(vm) ? -1 : -2;
    Family *family = vm->family;
    bool is_full = answer == 1 && family->bytes_most && family->queued_bytes + parcel->size > family->bytes_most;
    if (is_full) {
        queue_drop_reference(family, queue);
        pthread_mutex_unlock(&family->mutex);
        raise_memory_error(vm), answer = -1;
    }
    if (answer != 1) return free(item), answer;
    Member *sender = family_member(family, vm);
    *item = (QueueItem){.parcel = parcel, .sender = sender ? sender->number : -1};
    if (queue->last) queue->last->next = item;
    else queue->first = item;
    queue->last = item;
    queue->count++;
    family->queued_bytes += parcel->size;
    pthread_cond_broadcast(&queue->changed);
    queue_drop_reference(family, queue);
    pthread_mutex_unlock(&family->mutex);
    return 1;
}

int queue_get(VM *vm, int64_t number, double timeout, QueueItem **item) {
    MessageQueue *queue = lock_queue(vm, number);
    if (!queue) return error_is_set(vm) ? -1 : -2;
    int answer = await(vm, queue, has_items, timeout);
    if (answer != 1) return answer;
    *item = take_first(vm->family, queue);
    pthread_cond_broadcast(&queue->changed);
    queue_drop_reference(vm->family, queue);
    pthread_mutex_unlock(&vm->family->mutex);
    return 1;
}
