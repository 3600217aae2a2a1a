const n = Number(process.argv[2]);
const quarter = Math.floor(n / 4);
const counts = new Map();
let x = 1;
for (let i = 0; i < n; i++) {
  x = (x * 16807) % 2147483647;
  const key = x % 5003;
  if (counts.has(key)) counts.set(key, counts.get(key) + 1);
  else counts.set(key, 1);
}
const squares = new Map();
for (let i = 0; i < quarter; i++) squares.set(i * 7919, (i * i) % 1000);
let total = 0;
for (let i = 0; i < n; i++) total += squares.get(i * 7919) ?? 1;
for (let i = 0; i < quarter; i += 3) squares.delete(i * 7919);
let rest = 0, most = 0;
for (const [key, value] of squares) rest += (key % 100) + value;
for (const count of counts.values()) most = Math.max(most, count);
console.log(`${counts.size} ${most} ${total} ${squares.size} ${rest}`);
