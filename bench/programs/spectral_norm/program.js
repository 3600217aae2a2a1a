function element(i, j) {
  return 1.0 / (Math.floor((i + j) * (i + j + 1) / 2) + i + 1);
}

function times(v) {
  return v.map((_, i) => {
    let total = 0.0;
    for (let j = 0; j < v.length; j++) total += element(i, j) * v[j];
    return total;
  });
}

function timesTransposed(v) {
  return v.map((_, i) => {
    let total = 0.0;
    for (let j = 0; j < v.length; j++) total += element(j, i) * v[j];
    return total;
  });
}

let u = new Array(Number(process.argv[2])).fill(1.0), v = u;
for (let round = 0; round < 6; round++) {
  v = timesTransposed(times(u));
  u = timesTransposed(times(v));
}
let above = 0.0, below = 0.0;
for (let i = 0; i < u.length; i++) {
  above += u[i] * v[i];
  below += v[i] * v[i];
}
console.log(Math.sqrt(above / below).toFixed(9));
