#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    const int n = 10;
    long limit = argc > 1 ? atol(argv[1]) : 100, seen = 0;
    int permutation[10], work[10], count[10] = {0};
    for (int i = 0; i < n; i++) permutation[i] = i;
    long checksum = 0;
    int most = 0, r = n;
    while (true) {
        for (; r != 1; r--) count[r - 1] = r;
        memcpy(work, permutation, sizeof work);
        int flips = 0;
        for (int first = work[0]; first != 0; first = work[0], flips++)
            for (int low = 0, high = first; low < high; low++, high--) {
                int t = work[low];
                work[low] = work[high];
                work[high] = t;
            }
        if (flips > most) most = flips;
        checksum += seen % 2 == 0 ? flips : -flips;
        seen++;
        while (true) {
            if (r == n || seen == limit) {
                printf("%ld %d\n", checksum, most);
                return 0;
            }
            int head = permutation[0];
            for (int i = 0; i < r; i++) permutation[i] = permutation[i + 1];
            permutation[r] = head;
            if (--count[r] > 0) break;
            r++;
        }
    }
}
