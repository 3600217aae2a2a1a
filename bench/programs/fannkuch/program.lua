local function fannkuch(n, limit)
  local permutation, count, work = {}, {}, {}
  for i = 1, n do permutation[i] = i - 1; count[i] = 0 end
  local checksum, most, seen, r = 0, 0, 0, n
  while true do
    while r ~= 1 do
      count[r] = r
      r = r - 1
    end
    for i = 1, n do work[i] = permutation[i] end
    local flips = 0
    local first = work[1]
    while first ~= 0 do
      local low, high = 1, first + 1
      while low < high do
        work[low], work[high] = work[high], work[low]
        low = low + 1
        high = high - 1
      end
      first = work[1]
      flips = flips + 1
    end
    if flips > most then most = flips end
    checksum = checksum + (seen % 2 == 0 and flips or -flips)
    seen = seen + 1
    if seen == limit then return checksum, most end
    while true do
      if r == n then return checksum, most end
      local head = permutation[1]
      for i = 1, r do permutation[i] = permutation[i + 1] end
      permutation[r + 1] = head
      count[r + 1] = count[r + 1] - 1
      if count[r + 1] > 0 then break end
      r = r + 1
    end
  end
end

print(string.format("%d %d", fannkuch(10, tonumber(arg[1]))))
