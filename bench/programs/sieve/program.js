function sieve(limit) {
  const flags = new Array(limit + 1).fill(true);
  flags[0] = flags[1] = false;
  for (let number = 2; number * number <= limit; number++) {
    if (flags[number]) {
      for (let multiple = number * number; multiple <= limit; multiple += number) flags[multiple] = false;
    }
  }
  return flags;
}

const flags = sieve(Number(process.argv[2]));
let count = 0, last = 0;
for (let number = 0; number < flags.length; number++) {
  if (flags[number]) {
    count++;
    last = number;
  }
}
console.log(`${count} ${last}`);
