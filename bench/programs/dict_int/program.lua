local n = tonumber(arg[1])
local quarter = math.floor(n / 4)
local counts = {}
local x = 1
for _ = 1, n do
  x = x * 16807 % 2147483647
  local key = x % 5003
  if counts[key] then counts[key] = counts[key] + 1 else counts[key] = 1 end
end
local squares = {}
for i = 0, quarter - 1 do squares[i * 7919] = i * i % 1000 end
local total = 0
for i = 0, n - 1 do total = total + (squares[i * 7919] or 1) end
for i = 0, quarter - 1, 3 do squares[i * 7919] = nil end
local rest, left, kinds, most = 0, 0, 0, 0
for key, value in pairs(squares) do
  rest = rest + key % 100 + value
  left = left + 1
end
for _, count in pairs(counts) do
  kinds = kinds + 1
  if count > most then most = count end
end
print(string.format("%d %d %d %d %d", kinds, most, total, left, rest))
