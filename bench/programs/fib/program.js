function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function tak(x, y, z) {
  if (y >= x) return z;
  return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}

const n = Number(process.argv[2]);
console.log(`${fib(n)} ${tak(n >> 1, n >> 2, n >> 3)}`);
