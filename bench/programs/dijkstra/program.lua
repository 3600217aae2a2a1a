local floor = math.floor

local Heap = {}
Heap.__index = Heap

local function heap() return setmetatable({ keys = {}, nodes = {}, size = 0 }, Heap) end

function Heap:push(key, node)
  local keys, nodes = self.keys, self.nodes
  local at = self.size + 1
  self.size = at
  while at > 1 do
    local above = floor(at / 2)
    if keys[above] <= key then break end
    keys[at] = keys[above]
    nodes[at] = nodes[above]
    at = above
  end
  keys[at] = key
  nodes[at] = node
end

function Heap:pop()
  local keys, nodes = self.keys, self.nodes
  local first_key, first_node = keys[1], nodes[1]
  local size = self.size
  local key, node = keys[size], nodes[size]
  size = size - 1
  self.size = size
  if size == 0 then return first_key, first_node end
  local at = 1
  while true do
    local below = 2 * at
    if below > size then break end
    if below < size and keys[below + 1] < keys[below] then below = below + 1 end
    if keys[below] >= key then break end
    keys[at] = keys[below]
    nodes[at] = nodes[below]
    at = below
  end
  keys[at] = key
  nodes[at] = node
  return first_key, first_node
end

local function grid(size)
  local result = {}
  for y = 0, size - 1 do
    for x = 0, size - 1 do
      local edges = {}
      if x + 1 < size then edges[#edges + 1] = { target = y * size + x + 1, weight = (x * 7 + y * 3) % 10 + 1 } end
      if y + 1 < size then edges[#edges + 1] = { target = (y + 1) * size + x, weight = (x * 5 + y * 11) % 10 + 1 } end
      if x > 0 then edges[#edges + 1] = { target = y * size + x - 1, weight = 4 } end
      result[y * size + x] = edges
    end
  end
  return result
end

local FAR = 1073741824

local function distances(graph, count, start)
  local distance = {}
  for i = 0, count - 1 do distance[i] = FAR end
  distance[start] = 0
  local waiting = heap()
  waiting:push(0, start)
  while waiting.size > 0 do
    local d, node = waiting:pop()
    if d <= distance[node] then
      for _, edge in ipairs(graph[node]) do
        local e = d + edge.weight
        if e < distance[edge.target] then
          distance[edge.target] = e
          waiting:push(e, edge.target)
        end
      end
    end
  end
  return distance
end

local size = tonumber(arg[1])
local count = size * size
local graph = grid(size)
local total = 0
for start = 0, 3 do
  local distance = distances(graph, count, start * size)
  for i = 0, count - 1 do
    if distance[i] < FAR then total = total + distance[i] end
  end
end
print(string.format("%d %d", count, total))
