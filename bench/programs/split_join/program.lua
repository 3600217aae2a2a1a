local function record(i)
  return string.format(" %d;name %d ;%d:%d;yes,no,%s\t", i, i % 97, i * 3 % 1000, i % 7, i % 2 == 0 and "even" or "odd")
end

local function split(text, pattern)
  local parts = {}
  for part in text:gmatch(pattern) do parts[#parts + 1] = part end
  return parts
end

local function strip(text) return text:match("^%s*(.-)%s*$") end

local n = tonumber(arg[1])
local records = {}
for i = 0, n - 1 do records[i + 1] = record(i) end
local text = table.concat(records, "\n")
local total, flags = 0, 0
local out = {}
for line in text:gmatch("[^\n]+") do
  local fields = split(strip(line), "[^;]+")
  local number, name, pair, words = fields[1], fields[2], fields[3], fields[4]
  local left, right = pair:match("([^:]*):(.*)")
  total = total + tonumber(number) + tonumber(left) * tonumber(right)
  local parts = split(words, "[^,]+")
  if parts[#parts] == "even" then flags = flags + 1 end
  if name:sub(1, 6) == "name 1" then
    for i = 1, math.floor(#parts / 2) do parts[i], parts[#parts + 1 - i] = parts[#parts + 1 - i], parts[i] end
  end
  out[#out + 1] = table.concat({ (strip(name):gsub("name", "n")), table.concat(parts, "+"), number }, "|")
end
local joined = table.concat(out, "\n")
local lines = split(joined, "[^\n]+")
local found = joined:find(string.format("|%d", math.floor(n / 2)), 1, true)
print(string.format("%d %d %d %s %s %s", total, flags, #joined, found and "True" or "False", lines[math.floor(n / 3) + 1], lines[#lines]))
