local function sieve(limit)
  local flags = {}
  for i = 1, limit do flags[i] = true end
  flags[1] = false
  local number = 2
  while number * number <= limit do
    if flags[number] then
      for multiple = number * number, limit, number do flags[multiple] = false end
    end
    number = number + 1
  end
  return flags
end

local flags = sieve(tonumber(arg[1]))
local count, last = 0, 0
for number = 1, #flags do
  if flags[number] then
    count = count + 1
    last = number
  end
end
print(string.format("%d %d", count, last))
