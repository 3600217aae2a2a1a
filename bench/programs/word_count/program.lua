local VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvw"

local function words(count)
  local result = {}
  local x = 1
  for k = 1, count do
    x = x * 16807 % 2147483647
    local number = x % 997 * (x % 13)
    local word = ""
    while number > 0 do
      local c, v = number % 16 + 1, number % 5 + 1
      word = word .. CONSONANTS:sub(c, c) .. VOWELS:sub(v, v)
      number = math.floor(number / 16)
    end
    if x % 7 == 0 then
      result[k] = word:sub(1, 1):upper() .. word:sub(2)
    else
      result[k] = word .. (x % 11 == 0 and "," or ".")
    end
  end
  return result
end

local function count(text)
  local counts = {}
  for word in text:lower():gmatch("%S+") do
    word = word:match("^[.,;:!?()\"']*(.-)[.,;:!?()\"']*$")
    if word ~= "" then counts[word] = (counts[word] or 0) + 1 end
  end
  return counts
end

local text = table.concat(words(tonumber(arg[1])), " ")
local counts
for _ = 1, 6 do counts = count(text) end
local items = {}
for word, times in pairs(counts) do items[#items + 1] = { word, times } end
table.sort(items, function(a, b)
  if a[2] ~= b[2] then return a[2] > b[2] end
  return a[1] < b[1]
end)
for i = 1, 8 do print(items[i][1] .. " " .. items[i][2]) end
print(#items)
