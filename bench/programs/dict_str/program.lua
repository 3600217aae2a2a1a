local n = tonumber(arg[1])
local names = {}
for i = 0, 3000 do names[i] = "user" .. string.format("%d", i * 7 % 3001) end
local visits = {}
local x = 1
for _ = 1, n do
  x = x * 16807 % 2147483647
  local name = names[x % 3001]
  visits[name] = (visits[name] or 0) + 1
end
local groups = {}
for i = 0, 3000 do
  local ending = names[i]:sub(-2)
  local group = groups[ending]
  if not group then
    group = {}
    groups[ending] = group
  end
  group[#group + 1] = names[i]
end
local found = 0
for i = 0, math.floor(n / 2) - 1 do
  if visits["user" .. i % 6000] then found = found + 1 end
end
local kinds, best, group_count, longest = 0, 0, 0, nil
for ending, group in pairs(groups) do
  group_count = group_count + 1
  if not longest or #group > #groups[longest] or (#group == #groups[longest] and ending > longest) then longest = ending end
end
for _, count in pairs(visits) do
  kinds = kinds + 1
  if count > best then best = count end
end
print(string.format("%d %d %d %s %d", kinds, best, group_count, longest, found))
