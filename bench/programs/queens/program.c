#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static long by_bits(int n, int row, int columns, int left, int right) {
    if (row == n) return 1;
    long count = 0;
    int open = ~(columns | left | right) & ((1 << n) - 1);
    while (open) {
        int bit = open & -open;
        open ^= bit;
        count += by_bits(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
    return count;
}

static long by_lists(int n, int row, bool *columns, bool *rising, bool *falling) {
    if (row == n) return 1;
    long count = 0;
    for (int column = 0; column < n; column++)
        if (!(columns[column] || rising[row + column] || falling[row - column + n])) {
            columns[column] = rising[row + column] = falling[row - column + n] = true;
            count += by_lists(n, row + 1, columns, rising, falling);
            columns[column] = rising[row + column] = falling[row - column + n] = false;
        }
    return count;
}

static void exchange(int *a, int *b) {
    int t = *a;
    *a = *b;
    *b = t;
}

static long permutations(int *items, int count, int at) {
    if (at == count) return (long)items[0] * items[count - 1];
    long total = 0;
    for (int i = at; i < count; i++) {
        exchange(&items[at], &items[i]);
        total += permutations(items, count, at + 1);
        exchange(&items[at], &items[i]);
    }
    return total;
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 6;
    bool columns[32] = {0}, rising[64] = {0}, falling[64] = {0};
    int items[32];
    if (n < 4 || n > 30) return 1;
    for (int i = 0; i < n; i++) items[i] = i;
    printf("%ld %ld %ld\n", by_bits(n, 0, 0, 0, 0), by_lists(n - 1, 0, columns, rising, falling), permutations(items, n - 3, 0));
}
