local Parser = {}
Parser.__index = Parser
local NULL = {}

function Parser:blank()
  local text, at = self.text, self.at
  while true do
    local c = text:sub(at, at)
    if c ~= " " and c ~= "\n" and c ~= "\t" then break end
    at = at + 1
  end
  self.at = at
end

function Parser:value()
  self:blank()
  local c = self.text:sub(self.at, self.at)
  if c == "{" then return self:object() end
  if c == "[" then return self:array() end
  if c == '"' then return self:string() end
  if c == "t" then return self:word("true", true) end
  if c == "f" then return self:word("false", false) end
  if c == "n" then return self:word("null", NULL) end
  return self:number()
end

function Parser:word(word, value)
  if self.text:sub(self.at, self.at + #word - 1) ~= word then error("no value at " .. self.at) end
  self.at = self.at + #word
  return value
end

-- An object keeps the order of its keys: { keys = {...}, values = {...} }.
function Parser:object()
  local keys, values = {}, {}
  self.at = self.at + 1
  self:blank()
  while self.text:sub(self.at, self.at) ~= "}" do
    local key = self:string()
    self:blank()
    if self.text:sub(self.at, self.at) ~= ":" then error("no colon at " .. self.at) end
    self.at = self.at + 1
    keys[#keys + 1] = key
    values[key] = self:value()
    self:blank()
    if self.text:sub(self.at, self.at) == "," then
      self.at = self.at + 1
      self:blank()
    end
  end
  self.at = self.at + 1
  return { keys = keys, values = values }
end

function Parser:array()
  local result = {}
  self.at = self.at + 1
  self:blank()
  while self.text:sub(self.at, self.at) ~= "]" do
    result[#result + 1] = self:value()
    self:blank()
    if self.text:sub(self.at, self.at) == "," then self.at = self.at + 1 end
  end
  self.at = self.at + 1
  return result
end

function Parser:string()
  self.at = self.at + 1
  local start, pieces = self.at, {}
  while true do
    local c = self.text:sub(self.at, self.at)
    if c == '"' then break end
    if c == "\\" then
      pieces[#pieces + 1] = self.text:sub(start, self.at - 1)
      self.at = self.at + 1
      local escaped = self.text:sub(self.at, self.at)
      pieces[#pieces + 1] = escaped == "n" and "\n" or escaped
      start = self.at + 1
    end
    self.at = self.at + 1
  end
  pieces[#pieces + 1] = self.text:sub(start, self.at - 1)
  self.at = self.at + 1
  return table.concat(pieces)
end

function Parser:number()
  local start, text = self.at, self.text
  while ("+-.eE0123456789"):find(text:sub(self.at, self.at), 1, true) do self.at = self.at + 1 end
  local digits = text:sub(start, self.at - 1)
  if digits:find(".", 1, true) then return { float = tonumber(digits) } end
  return tonumber(digits)
end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("\n", "\\n") .. '"'
end

local function float_text(number)
  local text = string.format("%.14g", number)
  return text:find("[.e]") and text or text .. ".0"
end

local function dump(value)
  local kind = type(value)
  if kind == "string" then return quoted(value) end
  if value == NULL then return "null" end
  if kind == "boolean" then return tostring(value) end
  if kind == "number" then return string.format("%d", value) end
  if value.float then return float_text(value.float) end
  local parts = {}
  if value.keys then
    for i, key in ipairs(value.keys) do parts[i] = quoted(key) .. ": " .. dump(value.values[key]) end
    return "{" .. table.concat(parts, ", ") .. "}"
  end
  for i, item in ipairs(value) do parts[i] = dump(item) end
  return "[" .. table.concat(parts, ", ") .. "]"
end

local rounds = tonumber(arg[1])
local items = {}
for i = 0, 99 do
  items[i + 1] = {
    keys = { "id", "name", "price", "tags", "on", "none" },
    values = { id = i, name = 'item "' .. i .. '"', price = { float = i * 1.25 }, tags = { "a", "b\n", tostring(i) }, on = i % 2 == 0, none = NULL },
  }
end
local text = dump({ keys = { "items" }, values = { items = items } })
local same = 0
for _ = 1, rounds do
  if dump(setmetatable({ text = text, at = 1 }, Parser):value()) == text then same = same + 1 end
end
print(#text .. " " .. (same == rounds and "True" or "False"))
