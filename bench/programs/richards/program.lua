local Packet = {}
Packet.__index = Packet

local function packet(source, value)
  return setmetatable({ source = source, value = value, hops = 0 }, Packet)
end

local Task = {}
Task.__index = Task

local function task(class, number, priority)
  return setmetatable({ number = number, priority = priority, queue = {}, done = 0, waits = false }, class)
end

local function subclass()
  local class = setmetatable({}, Task)
  class.__index = class
  return class
end

local Producer, Worker, Device = subclass(), subclass(), subclass()

function Producer.new(number, priority, target, count)
  local self = task(Producer, number, priority)
  self.target = target
  self.left = count
  return self
end

function Producer:run(scheduler)
  if self.left == 0 then return false end
  self.left = self.left - 1
  scheduler:send(self.target, packet(self.number, self.left))
  return true
end

function Worker.new(number, priority, target)
  local self = task(Worker, number, priority)
  self.target = target
  return self
end

function Worker:run(scheduler)
  local queue = self.queue
  local size = #queue
  if size == 0 then return false end
  local packet = queue[size]
  queue[size] = nil
  packet.hops = packet.hops + 1
  self.done = self.done + packet.value % 8
  if packet.hops < 6 then scheduler:send(self.target, packet) end
  return true
end

function Device.new(number, priority, target)
  local self = task(Device, number, priority)
  self.target = target
  return self
end

function Device:run(scheduler)
  self.waits = not self.waits
  local queue = self.queue
  local size = #queue
  if size == 0 then return false end
  if self.waits then
    scheduler.held = scheduler.held + 1
    return true
  end
  local packet = queue[size]
  queue[size] = nil
  packet.hops = packet.hops + 2
  self.done = self.done + 1
  if packet.hops < 6 then scheduler:send(self.target, packet) end
  return true
end

local Scheduler = {}
Scheduler.__index = Scheduler

function Scheduler:add(task)
  self.tasks[#self.tasks + 1] = task
  self.by_number[task.number] = task
end

function Scheduler:send(number, packet)
  self.sent = self.sent + 1
  local queue = self.by_number[number].queue
  queue[#queue + 1] = packet
end

function Scheduler:run()
  local busy = true
  while busy do
    busy = false
    for _, task in ipairs(self.tasks) do
      if task:run(self) then busy = true end
    end
  end
end

local count = tonumber(arg[1])
local scheduler = setmetatable({ tasks = {}, by_number = {}, sent = 0, held = 0 }, Scheduler)
scheduler:add(Producer.new(1, 10, 3, count))
scheduler:add(Producer.new(2, 9, 4, count))
scheduler:add(Worker.new(3, 5, 4))
scheduler:add(Worker.new(4, 4, 5))
scheduler:add(Device.new(5, 3, 6))
scheduler:add(Worker.new(6, 2, 3))
scheduler:run()
print(string.format("%d %d", scheduler.sent, scheduler.held))
for _, task in ipairs(scheduler.tasks) do print(string.format("%d %d", task.number, task.done)) end
