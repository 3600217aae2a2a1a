local byte = string.byte

local function distance(a, b)
  local before = {}
  for j = 0, #b do before[j] = j end
  for i = 1, #a do
    local now = { [0] = i }
    local x = byte(a, i)
    for j = 1, #b do
      local cost = before[j - 1]
      if x ~= byte(b, j) then cost = cost + 1 end
      local least = before[j] + 1
      if now[j - 1] + 1 < least then least = now[j - 1] + 1 end
      if cost < least then least = cost end
      now[j] = least
    end
    before = now
  end
  return before[#b]
end

local n = tonumber(arg[1])
print(distance(("the quick brown fox jumps over the lazy dog "):rep(n), ("a slow brown cat jumped over that lazy frog "):rep(n)))
