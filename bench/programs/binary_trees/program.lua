local DEEPEST = 14

local Node = {}
Node.__index = Node

local function new(left, right)
  return setmetatable({ left = left, right = right }, Node)
end

function Node:count()
  if not self.left or not self.right then return 1 end
  return 1 + self.left:count() + self.right:count()
end

local function make(depth)
  if depth == 0 then return new(nil, nil) end
  return new(make(depth - 1), make(depth - 1))
end

local times = tonumber(arg[1])
local lasting = make(DEEPEST)
for depth = 4, DEEPEST, 2 do
  local rounds = times * math.floor(2 ^ (DEEPEST - depth))
  local total = 0
  for _ = 1, rounds do total = total + make(depth):count() end
  print(string.format("%d %d %d", rounds, depth, total))
end
print(lasting:count())
