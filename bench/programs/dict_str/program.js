const n = Number(process.argv[2]);
const names = Array.from({ length: 3001 }, (_, i) => `user${(i * 7) % 3001}`);
const visits = new Map();
let x = 1;
for (let i = 0; i < n; i++) {
  x = (x * 16807) % 2147483647;
  const name = names[x % 3001];
  visits.set(name, (visits.get(name) ?? 0) + 1);
}
const groups = new Map();
for (const name of names) {
  const ending = name.slice(-2);
  if (!groups.has(ending)) groups.set(ending, []);
  groups.get(ending).push(name);
}
let found = 0;
for (let i = 0; i < Math.floor(n / 2); i++) if (visits.has("user" + String(i % 6000))) found++;
let longest = null, best = 0;
for (const [ending, group] of groups) {
  if (longest === null) longest = ending;
  const size = groups.get(longest).length;
  if (group.length > size || (group.length === size && ending > longest)) longest = ending;
}
for (const count of visits.values()) best = Math.max(best, count);
console.log(`${visits.size} ${best} ${groups.size} ${longest} ${found}`);
