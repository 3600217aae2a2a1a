function counter() {
  let n = 0;
  return (k) => (n += k);
}

function compose(functions) {
  return (x) => {
    for (const f of functions) x = f(x);
    return x;
  };
}

const adder = (k) => (x) => x + k;

function memoize(f) {
  const known = new Map();
  return (n) => {
    if (!known.has(n)) known.set(n, f(n));
    return known.get(n);
  };
}

const steps = memoize((n) => (n === 1 ? 0 : 1 + steps(n % 2 === 0 ? n / 2 : 3 * n + 1)));

function fold(items, start, f) {
  let result = start;
  for (const item of items) result = f(result, item);
  return result;
}

const n = Number(process.argv[2]);
const up = counter();
for (let i = 0; i < n; i++) up(i % 4);
const pipeline = compose([adder(1), (x) => x * 2, adder(-3), Math.abs]);
let total = 0;
for (let i = 0; i < Math.floor(n / 2); i++) total += pipeline(i - 1000);
const numbers = Array.from({ length: 100 }, (_, i) => i);
let folded = 0;
for (let i = 0; i < Math.floor(n / 200); i++) folded += fold(numbers, i, (a, b) => (a * 3 + b) % 10007);
let longest = 0;
for (let i = 1; i < Math.floor(n / 20) + 2; i++) longest = Math.max(longest, steps(i));
console.log(`${up(0)} ${total} ${folded} ${longest}`);
