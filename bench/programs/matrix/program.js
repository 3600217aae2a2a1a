function product(a, b) {
  const rows = a.length, inner = b.length, columns = b[0].length;
  const result = [];
  for (let i = 0; i < rows; i++) {
    const row = a[i], out = [];
    for (let j = 0; j < columns; j++) {
      let total = 0.0;
      for (let k = 0; k < inner; k++) total += row[k] * b[k][j];
      out.push(total);
    }
    result.push(out);
  }
  return result;
}

const n = Number(process.argv[2]);
const made = (element) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => element(i, j)));
const c = product(made((i, j) => (i * j) % 7 + 0.5), made((i, j) => (i + j) % 5 - 1.5));
let trace = 0.0;
for (let i = 0; i < n; i++) trace += c[i][i];
console.log(`${trace.toFixed(3)} ${c[Math.floor(n / 2)][Math.floor(n / 3)].toFixed(3)}`);
