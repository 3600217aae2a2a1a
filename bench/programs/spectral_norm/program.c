#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double element(long i, long j) { return 1.0 / ((double)((i + j) * (i + j + 1) / 2 + i + 1)); }

static void times(const double *v, double *result, long n) {
    for (long i = 0; i < n; i++) {
        result[i] = 0.0;
        for (long j = 0; j < n; j++) result[i] += element(i, j) * v[j];
    }
}

static void times_transposed(const double *v, double *result, long n) {
    for (long i = 0; i < n; i++) {
        result[i] = 0.0;
        for (long j = 0; j < n; j++) result[i] += element(j, i) * v[j];
    }
}

int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 20;
    double *u = malloc((size_t)n * sizeof *u), *v = malloc((size_t)n * sizeof *v), *between = malloc((size_t)n * sizeof *between);
    for (long i = 0; i < n; i++) u[i] = 1.0;
    for (int round = 0; round < 6; round++) {
        times(u, between, n);
        times_transposed(between, v, n);
        times(v, between, n);
        times_transposed(between, u, n);
    }
    double above = 0.0, below = 0.0;
    for (long i = 0; i < n; i++) above += u[i] * v[i], below += v[i] * v[i];
    printf("%.9f\n", sqrt(above / below));
}
