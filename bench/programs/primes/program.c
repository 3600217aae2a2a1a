#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static bool is_prime(long n) {
    if (n < 2) return false;
    for (long d = 2; d * d <= n; d++)
        if (n % d == 0) return false;
    return true;
}

static long gcd(long a, long b) {
    while (b) {
        long rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static long chain(long n) {
    long steps = 0;
    for (; n != 1; steps++) n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    return steps;
}

int main(int argc, char **argv) {
    long limit = argc > 1 ? atol(argv[1]) : 100;
    long primes = 0, divisors = 0, longest = 0;
    for (long n = 1; n < limit; n++) {
        primes += is_prime(n);
        divisors += gcd(n, 360360);
        long steps = chain(n);
        if (steps > longest) longest = steps;
    }
    printf("%ld %ld %ld\n", primes, divisors, longest);
}
