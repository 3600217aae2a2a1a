#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    long limit = argc > 1 ? atol(argv[1]) : 1000;
    bool *flags = malloc((size_t)limit + 1);
    memset(flags, true, (size_t)limit + 1);
    flags[0] = flags[1] = false;
    for (long number = 2; number * number <= limit; number++)
        if (flags[number])
            for (long multiple = number * number; multiple <= limit; multiple += number) flags[multiple] = false;
    long count = 0, last = 0;
    for (long number = 0; number <= limit; number++)
        if (flags[number]) count++, last = number;
    printf("%ld %ld\n", count, last);
}
