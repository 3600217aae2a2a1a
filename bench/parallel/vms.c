// VMs on threads: the same work in one VM and in N at once, in turns; medians (bench/README.md). "processor" is what a job costs its thread: it grows when threads are in
// each other's way, also where other programs take the processors, of which the clock tells the share that is left.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <typhon.h>

enum { ROUNDS = 11, MOST = 64 };

typedef struct Work {
    const char *name, *text;
} Work;
static const Work works[] = {
    {"numbers", "def work() -> int:\n    t = 0\n    for i in range(3000000):\n        t += i * i % 7\n    return t\n"},
    {"objects", "class Point:\n    def __init__(self, x: int, y: int) -> None:\n        self.x = x\n        self.y = y\n"
                "def work() -> int:\n    t = 0\n    for i in range(400000):\n        p = Point(i, i + 1)\n        t += p.x + p.y\n    return t\n"},
    {"containers", "def work() -> int:\n    t = 0\n    for n in range(20):\n        d = {str(i): [i, i * 2] for i in range(10000)}\n        t += sum(v[1] for v in d.values())\n    return t\n"},
    {"large blocks", "def work() -> int:\n    t = 0\n    for n in range(60):\n        t += len(b'x' * 4000000) + len([0] * 300000)\n    return t\n"},
    {"opening VMs", NULL},
};
typedef struct Worker {
    pthread_t thread;
    typhon_vm *vm;
    typhon_value function;
    pthread_barrier_t *start;
    double seconds;
} Worker;

static double read_clock(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}
static void *run(void *argument) {
    Worker *worker = argument;
    pthread_barrier_wait(worker->start);
    double start = read_clock(CLOCK_THREAD_CPUTIME_ID);
    if (!worker->vm) {
        for (int i = 0; i < 1000; i++) typhon_close(typhon_open(NULL));
    } else if (typhon_call(worker->vm, worker->function, NULL, 0, NULL) != TYPHON_OK) {
        fputs(typhon_problem(worker->vm), stderr);
        exit(1);
    }
    worker->seconds = read_clock(CLOCK_THREAD_CPUTIME_ID) - start;
    return NULL;
}
// Wall seconds of `count` at once; *processor: of one job.
static double at_once(Worker *workers, int count, double *processor) {
    pthread_barrier_t start;
    pthread_barrier_init(&start, NULL, (unsigned)count + 1);
    for (int i = 0; i < count; i++) workers[i].start = &start, pthread_create(&workers[i].thread, NULL, run, &workers[i]);
    pthread_barrier_wait(&start);
    double begin = read_clock(CLOCK_MONOTONIC);
    *processor = 0;
    for (int i = 0; i < count; i++) pthread_join(workers[i].thread, NULL), *processor += workers[i].seconds / count;
    pthread_barrier_destroy(&start);
    return read_clock(CLOCK_MONOTONIC) - begin;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}
static double median(double *values) {
    qsort(values, ROUNDS, sizeof *values, by_size);
    return values[ROUNDS / 2];
}

int main(int argc, char **argv) {
    int count = argc > 1 ? atoi(argv[1]) : 2;
    if (count < 1 || count > MOST) return fprintf(stderr, "usage: vms [1 to %d]\n", MOST), 2;
    printf("| %d VMs beside one | scale, clock | scale, processor |\n|---|---|---|\n", count);
    for (size_t w = 0; w < sizeof works / sizeof *works; w++) {
        Worker workers[MOST];
        memset(workers, 0, sizeof workers);
        for (int i = 0; works[w].text && i < count; i++) {
            typhon_value module;
            if (!(workers[i].vm = typhon_open(NULL)) || typhon_load(workers[i].vm, "work", NULL, works[w].text, TYPHON_NUL_TERMINATED, &module) != TYPHON_OK ||
                typhon_get_attr(workers[i].vm, module, "work", &workers[i].function) != TYPHON_OK)
                return fputs("cannot load\n", stderr), 1;
        }
        double clock_scale[ROUNDS], processor_scale[ROUNDS], one_job, many_jobs;
        at_once(workers, count, &one_job); // warm
        for (int round = 0; round < ROUNDS; round++) {
            double one = at_once(workers, 1, &one_job), many = at_once(workers, count, &many_jobs);
            clock_scale[round] = one * count / many, processor_scale[round] = one_job * count / many_jobs;
        }
        printf("| %s | %.2f | %.2f |\n", works[w].name, median(clock_scale), median(processor_scale));
        for (int i = 0; i < count; i++) typhon_close(workers[i].vm);
    }
    return 0;
}
