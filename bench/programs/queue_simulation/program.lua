local Random = {}
Random.__index = Random

function Random:below(limit)
  self.seed = self.seed * 16807 % 2147483647
  return self.seed % limit
end

local Ring = {}
Ring.__index = Ring

function Ring:put(customer)
  if self.count == self.size then return false end
  self.items[(self.first + self.count) % self.size] = customer
  self.count = self.count + 1
  return true
end

function Ring:take()
  if self.count == 0 then return nil end
  local customer = self.items[self.first]
  self.items[self.first] = nil
  self.first = (self.first + 1) % self.size
  self.count = self.count - 1
  return customer
end

local Counter = {}
Counter.__index = Counter

function Counter:step(now, queue)
  if now < self.free_at then return -1 end
  local customer = queue:take()
  if not customer then
    self.idle = self.idle + 1
    return -1
  end
  self.free_at = now + customer.work
  self.served = self.served + 1
  return now - customer.arrived
end

local random = setmetatable({ seed = 11 }, Random)
local queue = setmetatable({ items = {}, size = 50, first = 0, count = 0 }, Ring)
local counters = {}
for i = 1, 3 do counters[i] = setmetatable({ free_at = 0, served = 0, idle = 0 }, Counter) end
local waited, lost, longest = 0, 0, 0
for now = 0, tonumber(arg[1]) - 1 do
  if random:below(100) < 62 then
    if not queue:put({ number = now, arrived = now, work = 1 + random:below(9) }) then lost = lost + 1 end
  end
  for _, counter in ipairs(counters) do
    local wait = counter:step(now, queue)
    if wait >= 0 then
      waited = waited + wait
      if wait > longest then longest = wait end
    end
  end
end
local idle, served = 0, {}
for i, counter in ipairs(counters) do
  served[i] = string.format("%d", counter.served)
  idle = idle + counter.idle
end
print(string.format("%d %d %d [%s] %d", waited, lost, longest, table.concat(served, ", "), idle))
