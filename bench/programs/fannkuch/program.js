function fannkuch(n, limit) {
  const permutation = Array.from({ length: n }, (_, i) => i);
  const count = new Array(n).fill(0);
  let checksum = 0, most = 0, seen = 0, r = n;
  while (true) {
    while (r !== 1) {
      count[r - 1] = r;
      r--;
    }
    const work = permutation.slice();
    let flips = 0;
    let first = work[0];
    while (first !== 0) {
      for (let low = 0, high = first; low < high; low++, high--) {
        const t = work[low];
        work[low] = work[high];
        work[high] = t;
      }
      first = work[0];
      flips++;
    }
    most = Math.max(most, flips);
    checksum += seen % 2 === 0 ? flips : -flips;
    seen++;
    if (seen === limit) return [checksum, most];
    while (true) {
      if (r === n) return [checksum, most];
      const head = permutation[0];
      for (let i = 0; i < r; i++) permutation[i] = permutation[i + 1];
      permutation[r] = head;
      count[r]--;
      if (count[r] > 0) break;
      r++;
    }
  }
}

console.log(fannkuch(10, Number(process.argv[2])).join(" "));
