"""Points of the Mandelbrot set: a loop of float arithmetic with one comparison."""
import sys

LIMIT = 60


def steps(cr, ci):
    zr = 0.0
    zi = 0.0
    for n in range(LIMIT):
        square_r = zr * zr
        square_i = zi * zi
        if square_r + square_i > 4.0:
            return n
        zi = 2.0 * zr * zi + ci
        zr = square_r - square_i + cr
    return LIMIT


def main():
    size = int(sys.argv[1])
    inside = 0
    total = 0
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        for x in range(size):
            n = steps(2.0 * x / size - 1.5, ci)
            total += n
            if n == LIMIT:
                inside += 1
    print(inside, total)


if __name__ == "__main__":
    main()
