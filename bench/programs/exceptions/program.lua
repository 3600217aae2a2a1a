local Low = {}
Low.__index = Low
local ValueError = {}
ValueError.__index = ValueError
local Refused = {}
Refused.__index = Refused

local function check(i)
  if i % 3 == 0 then error(setmetatable({ value = i }, ValueError)) end
  if i % 3 == 1 then error(setmetatable({ value = i }, Low)) end
  return i
end

local function deep(i, depth)
  if depth == 0 then return check(i) end
  return deep(i, depth - 1) + 1
end

local function int(text)
  local number = tonumber(text)
  if not number then error(setmetatable({ value = text }, ValueError)) end
  return number
end

local function parse(text)
  local good, result = pcall(int, text)
  if not good then error(setmetatable({ value = text, cause = result }, Refused)) end
  return result
end

local n = tonumber(arg[1])
local values, low, passed, missing, refused = 0, 0, 0, 0, 0
local known = {}
for i = 0, 999, 2 do known[i] = i end
local function read(i)
  local value = known[i]
  if value == nil then error("no such key") end
  return value
end
for i = 0, n - 1 do
  local good, result = pcall(check, i)
  if good then
    passed = passed + result
  elseif getmetatable(result) == ValueError then
    values = values + result.value
  elseif getmetatable(result) == Low then
    low = low + result.value
  else
    error(result)
  end
  passed = passed + 1
  good, result = pcall(read, i % 1000)
  missing = missing + (good and result or 1)
  good, result = pcall(deep, i, 5)
  if good then passed = passed + result end
  if i % 4 == 0 then
    good, result = pcall(parse, "x" .. i)
    if not good and result.cause then refused = refused + 1 end
  end
end
print(string.format("%d %d %d %d %d", values, low, passed, missing, refused))
