function isPrime(n) {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

function gcd(a, b) {
  while (b) [a, b] = [b, a % b];
  return a;
}

function chain(n) {
  let steps = 0;
  while (n !== 1) {
    n = n % 2 === 0 ? n / 2 : 3 * n + 1;
    steps++;
  }
  return steps;
}

const limit = Number(process.argv[2]);
let primes = 0, divisors = 0, longest = 0;
for (let n = 1; n < limit; n++) {
  if (isPrime(n)) primes++;
  divisors += gcd(n, 360360);
  longest = Math.max(longest, chain(n));
}
console.log(`${primes} ${divisors} ${longest}`);
