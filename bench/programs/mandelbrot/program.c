#include <stdio.h>
#include <stdlib.h>

#define LIMIT 60

static int steps(double cr, double ci) {
    double zr = 0.0, zi = 0.0;
    for (int n = 0; n < LIMIT; n++) {
        double square_r = zr * zr, square_i = zi * zi;
        if (square_r + square_i > 4.0) return n;
        zi = 2.0 * zr * zi + ci;
        zr = square_r - square_i + cr;
    }
    return LIMIT;
}

int main(int argc, char **argv) {
    int size = argc > 1 ? atoi(argv[1]) : 20;
    long inside = 0, total = 0;
    for (int y = 0; y < size; y++) {
        double ci = 2.0 * y / size - 1.0;
        for (int x = 0; x < size; x++) {
            int n = steps(2.0 * x / size - 1.5, ci);
            total += n;
            inside += n == LIMIT;
        }
    }
    printf("%ld %ld\n", inside, total);
}
