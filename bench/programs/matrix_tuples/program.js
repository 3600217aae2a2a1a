function product(a, b, modulus) {
  const [a0, a1, a2, a3] = a;
  const [b0, b1, b2, b3] = b;
  return [
    (a0 * b0 + a1 * b2) % modulus,
    (a0 * b1 + a1 * b3) % modulus,
    (a2 * b0 + a3 * b2) % modulus,
    (a2 * b1 + a3 * b3) % modulus,
  ];
}

function power(base, exponent, modulus) {
  let result = [1, 0, 0, 1];
  while (exponent) {
    if (exponent & 1) result = product(result, base, modulus);
    base = product(base, base, modulus);
    exponent >>= 1;
  }
  return result;
}

const turned = (m, p) => [m[0] * p[0] + m[1] * p[1], m[2] * p[0] + m[3] * p[1]];

const n = Number(process.argv[2]);
let total = 0;
for (let i = 0; i < n; i++) total += power([1, 1, 1, 0], i * 37, 1000007)[1];
const rotation = [0.8, -0.6, 0.6, 0.8];
let points = [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]];
for (let i = 0; i < n * 8; i++) points = points.map((p) => turned(rotation, p));
console.log(`${total} ${points[2][0].toFixed(6)} ${points[2][1].toFixed(6)}`);
