local PUSH, LOAD, STORE, ADD, SUB, MUL, MOD, LESS, JUMP, JUMP_IF_NOT, PRINT, HALT = 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
local CODES = {
  push = PUSH, load = LOAD, store = STORE, add = ADD, sub = SUB, mul = MUL, mod = MOD,
  less = LESS, jump = JUMP, unless = JUMP_IF_NOT, print = PRINT, halt = HALT,
}

local function assemble(text)
  local labels, lines = {}, {}
  for line in text:gmatch("[^\n]+") do
    local word, argument = line:match("(%S+)%s*(%S*)")
    if word:sub(-1) == ":" then
      labels[word:sub(1, -2)] = #lines
    else
      lines[#lines + 1] = { word, argument }
    end
  end
  local program = {}
  for i, words in ipairs(lines) do
    program[i] = { CODES[words[1]], labels[words[2]] or tonumber(words[2]) or 0 }
  end
  return program
end

local function run(program, memory)
  local stack, top = {}, 0
  local at, steps = 1, 0
  while true do
    local instruction = program[at]
    local code, argument = instruction[1], instruction[2]
    at = at + 1
    steps = steps + 1
    if code == PUSH then
      top = top + 1
      stack[top] = argument
    elseif code == LOAD then
      top = top + 1
      stack[top] = memory[argument]
    elseif code == STORE then
      memory[argument] = stack[top]
      top = top - 1
    elseif code == ADD then
      top = top - 1
      stack[top] = stack[top] + stack[top + 1]
    elseif code == SUB then
      top = top - 1
      stack[top] = stack[top] - stack[top + 1]
    elseif code == MUL then
      top = top - 1
      stack[top] = stack[top] * stack[top + 1]
    elseif code == MOD then
      top = top - 1
      stack[top] = stack[top] % stack[top + 1]
    elseif code == LESS then
      top = top - 1
      stack[top] = stack[top] < stack[top + 1] and 1 or 0
    elseif code == JUMP then
      at = argument + 1
    elseif code == JUMP_IF_NOT then
      if stack[top] == 0 then at = argument + 1 end
      top = top - 1
    elseif code == PRINT then
      print(string.format("%d", stack[top]))
      top = top - 1
    else
      break
    end
  end
  return steps
end

local SOURCE = [[
    push 0
    store 0
    push 1
    store 1
again:
    load 0
    load 3
    less
    unless done
    load 1
    push 31
    mul
    load 0
    add
    push 10007
    mod
    store 1
    load 0
    push 1
    add
    store 0
    jump again
done:
    load 1
    print
    halt
]]

print(run(assemble(SOURCE), { [0] = 0, 0, 0, tonumber(arg[1]), 0, 0, 0, 0 }))
