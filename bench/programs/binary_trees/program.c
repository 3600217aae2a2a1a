#include <stdio.h>
#include <stdlib.h>

#define DEEPEST 14

typedef struct Node Node;
struct Node {
    Node *left, *right;
};

static long count(const Node *node) {
    if (!node->left || !node->right) return 1;
    return 1 + count(node->left) + count(node->right);
}

static Node *make(int depth) {
    Node *node = malloc(sizeof *node);
    node->left = depth ? make(depth - 1) : NULL;
    node->right = depth ? make(depth - 1) : NULL;
    return node;
}

static void drop(Node *node) {
    if (!node) return;
    drop(node->left);
    drop(node->right);
    free(node);
}

int main(int argc, char **argv) {
    long times = argc > 1 ? atol(argv[1]) : 1;
    Node *lasting = make(DEEPEST);
    for (int depth = 4; depth <= DEEPEST; depth += 2) {
        long rounds = times << (DEEPEST - depth), total = 0;
        for (long i = 0; i < rounds; i++) {
            Node *tree = make(depth);
            total += count(tree);
            drop(tree);
        }
        printf("%ld %d %ld\n", rounds, depth, total);
    }
    printf("%ld\n", count(lasting));
    drop(lasting);
}
