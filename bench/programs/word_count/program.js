const VOWELS = "aeiou", CONSONANTS = "bcdfghklmnprstvw";

function words(count) {
  const result = [];
  let x = 1;
  for (let k = 0; k < count; k++) {
    x = (x * 16807) % 2147483647;
    let number = (x % 997) * (x % 13);
    let word = "";
    while (number > 0) {
      word += CONSONANTS[number % 16] + VOWELS[number % 5];
      number = Math.floor(number / 16);
    }
    result.push(x % 7 === 0 ? word.slice(0, 1).toUpperCase() + word.slice(1) : word + (x % 11 === 0 ? "," : "."));
  }
  return result;
}

function count(text) {
  const counts = new Map();
  for (let word of text.toLowerCase().split(/\s+/)) {
    word = word.replace(/^[.,;:!?()"']+|[.,;:!?()"']+$/g, "");
    if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const text = words(Number(process.argv[2])).join(" ");
let counts;
for (let round = 0; round < 6; round++) counts = count(text);
const items = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
for (const [word, times] of items.slice(0, 8)) console.log(`${word} ${times}`);
console.log(`${items.length}`);
