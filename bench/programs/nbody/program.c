#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define COUNT 5
#define DAYS 365.24
static const double PI = 3.141592653589793;

typedef struct {
    double x, y, z, vx, vy, vz, mass;
} Body;

static Body bodies[COUNT] = {
    {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0},
    {4.84143144246472, -1.16032004402743, -0.10362204447113, 0.00166007664274, 0.00769901118420, -0.00006904600170, 0.00095479193842},
    {8.34336671824458, 4.12479856412431, -0.40352341711432, -0.00276742510726, 0.00499852801235, 0.00002304172976, 0.00028588598067},
    {12.8943695621391, -15.1111514016986, -0.22330757889266, 0.00296460137564, 0.00237847173959, -0.00002965895685, 0.00004366244043},
    {15.3796971148509, -25.9193146099879, 0.17925877295037, 0.00268067772490, 0.00162824170038, -0.00009515922545, 0.00005151389020},
};

static double energy(void) {
    double total = 0.0;
    for (int i = 0; i < COUNT; i++) {
        const Body *a = &bodies[i];
        total += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
        for (int j = i + 1; j < COUNT; j++) {
            const Body *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            total -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return total;
}

static void advance(double dt, long steps) {
    while (steps-- > 0) {
        for (int i = 0; i < COUNT; i++) {
            Body *a = &bodies[i];
            for (int j = i + 1; j < COUNT; j++) {
                Body *b = &bodies[j];
                double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
                double square = dx * dx + dy * dy + dz * dz;
                double force = dt / (square * sqrt(square));
                a->vx -= dx * b->mass * force;
                a->vy -= dy * b->mass * force;
                a->vz -= dz * b->mass * force;
                b->vx += dx * a->mass * force;
                b->vy += dy * a->mass * force;
                b->vz += dz * a->mass * force;
            }
        }
        for (int i = 0; i < COUNT; i++) {
            bodies[i].x += dt * bodies[i].vx;
            bodies[i].y += dt * bodies[i].vy;
            bodies[i].z += dt * bodies[i].vz;
        }
    }
}

int main(int argc, char **argv) {
    for (int i = 0; i < COUNT; i++) {
        bodies[i].vx *= DAYS, bodies[i].vy *= DAYS, bodies[i].vz *= DAYS;
        bodies[i].mass *= 4 * PI * PI;
    }
    for (int i = 1; i < COUNT; i++) {
        bodies[0].vx -= bodies[i].vx * bodies[i].mass / bodies[0].mass;
        bodies[0].vy -= bodies[i].vy * bodies[i].mass / bodies[0].mass;
        bodies[0].vz -= bodies[i].vz * bodies[i].mass / bodies[0].mass;
    }
    printf("%.9f\n", energy());
    advance(0.01, argc > 1 ? atol(argv[1]) : 100);
    printf("%.9f\n", energy());
}
