"""The product of two matrices, lists of lists of float, by three loops."""
import sys


def product(a, b):
    rows, inner, columns = len(a), len(b), len(b[0])
    result = [[0.0] * columns for _ in range(rows)]
    for i in range(rows):
        row = a[i]
        for j in range(columns):
            total = 0.0
            for k in range(inner):
                total += row[k] * b[k][j]
            result[i][j] = total
    return result


def main():
    n = int(sys.argv[1])
    a = [[(i * j) % 7 + 0.5 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 5 - 1.5 for j in range(n)] for i in range(n)]
    c = product(a, b)
    trace = 0.0
    for i in range(n):
        trace += c[i][i]
    print(f"{trace:.3f} {c[n // 2][n // 3]:.3f}")


if __name__ == "__main__":
    main()
