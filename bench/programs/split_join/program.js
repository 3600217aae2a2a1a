function record(i) {
  return ` ${i};name ${i % 97} ;${(i * 3) % 1000}:${i % 7};yes,no,${i % 2 === 0 ? "even" : "odd"}\t`;
}

const n = Number(process.argv[2]);
const text = Array.from({ length: n }, (_, i) => record(i)).join("\n");
let total = 0, flags = 0;
const out = [];
for (const line of text.split("\n")) {
  const [number, name, pair, words] = line.trim().split(";");
  const [left, right] = pair.split(":");
  total += parseInt(number) + parseInt(left) * parseInt(right);
  const parts = words.split(",");
  if (parts[parts.length - 1] === "even") flags++;
  if (name.startsWith("name 1")) parts.reverse();
  out.push([name.trim().replaceAll("name", "n"), parts.join("+"), number].join("|"));
}
const joined = out.join("\n");
const lines = joined.split("\n");
const found = joined.indexOf("|" + String(Math.floor(n / 2))) > 0;
console.log(`${total} ${flags} ${joined.length} ${found ? "True" : "False"} ${lines[Math.floor(n / 3)]} ${lines[lines.length - 1]}`);
