const LIMIT = 60;

function steps(cr, ci) {
  let zr = 0.0, zi = 0.0;
  for (let n = 0; n < LIMIT; n++) {
    const squareR = zr * zr, squareI = zi * zi;
    if (squareR + squareI > 4.0) return n;
    zi = 2.0 * zr * zi + ci;
    zr = squareR - squareI + cr;
  }
  return LIMIT;
}

const size = Number(process.argv[2]);
let inside = 0, total = 0;
for (let y = 0; y < size; y++) {
  const ci = 2.0 * y / size - 1.0;
  for (let x = 0; x < size; x++) {
    const n = steps(2.0 * x / size - 1.5, ci);
    total += n;
    if (n === LIMIT) inside++;
  }
}
console.log(`${inside} ${total}`);
