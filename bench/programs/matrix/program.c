#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    long n = argc > 1 ? atol(argv[1]) : 10;
    size_t bytes = (size_t)(n * n) * sizeof(double);
    double *a = malloc(bytes), *b = malloc(bytes), *c = malloc(bytes);
    for (long i = 0; i < n; i++)
        for (long j = 0; j < n; j++) {
            a[i * n + j] = (double)((i * j) % 7) + 0.5;
            b[i * n + j] = (double)((i + j) % 5) - 1.5;
        }
    for (long i = 0; i < n; i++)
        for (long j = 0; j < n; j++) {
            double total = 0.0;
            for (long k = 0; k < n; k++) total += a[i * n + k] * b[k * n + j];
            c[i * n + j] = total;
        }
    double trace = 0.0;
    for (long i = 0; i < n; i++) trace += c[i * n + i];
    printf("%.3f %.3f\n", trace, c[(n / 2) * n + n / 3]);
}
