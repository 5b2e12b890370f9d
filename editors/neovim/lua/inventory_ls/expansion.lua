-- What a name of a clan comes down to, as lines of which each may lead to a place.

local fleet = require('inventory_ls.fleet')

local expansion = {}

-- Collects lines: each { text = …, location = … }.
local Page = {}
Page.__index = Page

function Page:add(text, place)
  local location = place and fleet.location(self.clan, place)
  local caption = place and fleet.caption(self.clan, place)
  table.insert(self.lines, { text = text, caption = caption, location = location })
end

-- A part with a heading, which is left out if nothing is in it.
function Page:part(heading, fill)
  local before = #self.lines
  self:add('')
  self:add('## ' .. heading)
  fill()
  for _ = 1, #self.lines == before + 2 and 2 or 0 do
    table.remove(self.lines)
  end
end

local function count(number, open)
  return ('%s%d %s'):format(open and 'at least ' or '', number, number == 1 and 'machine' or 'machines')
end

-- Where something is defined first.
local function defined(it)
  return it.at[1] and it.at[1].name
end

-- Where a machine is given the tag, if that is said.
local function given(clan, machine, tag)
  for _, it in ipairs(machine.tags) do
    if clan.tags[it.tag + 1] == tag then return it.at end
  end
end

local function tag_page(page, tag)
  local clan = page.clan
  page:add(('# Tag `%s`: %s'):format(tag.name, count(#tag.machines, clan.machinesOpen)), tag.at[1])
  for _, machine in ipairs(fleet.pick(clan.machines, tag.machines)) do
    page:add('- ' .. machine.name, given(clan, machine, tag) or defined(machine))
  end
  page:part('Used by', function()
    fleet.each_use(clan, 'tags', tag.name, function(instance, role, use)
      page:add(('- %s %s'):format(instance.name, role.name), use.at)
    end)
  end)
end

local function machine_page(page, machine)
  local clan = page.clan
  local class = machine.class and (' (%s)'):format(machine.class) or ''
  page:add(('# Machine `%s`%s'):format(machine.name, class), defined(machine))
  page:part('Tags', function()
    for _, it in ipairs(machine.tags) do
      page:add('- ' .. clan.tags[it.tag + 1].name, it.at)
    end
  end)
  page:part('Roles', function()
    fleet.each_use(clan, 'machines', machine.name, function(instance, role, use)
      page:add(('- %s %s, by its name'):format(instance.name, role.name), use.at)
    end)
    for _, it in ipairs(machine.tags) do
      local tag = clan.tags[it.tag + 1].name
      fleet.each_use(clan, 'tags', tag, function(instance, role, use)
        page:add(('- %s %s, by the tag %s'):format(instance.name, role.name, tag), use.at)
      end)
    end
  end)
end

-- Who names the machine in a role: itself, or a tag that it carries.
local function reason(clan, role, machine)
  local by_name = fleet.named(role.machines, machine.name)
  if by_name then return '', by_name.at end
  for _, it in ipairs(machine.tags) do
    local tag = clan.tags[it.tag + 1].name
    local use = fleet.named(role.tags, tag)
    if use then return ', by the tag ' .. tag, use.at end
  end
  return ''
end

local function instance_page(page, instance)
  local clan, module = page.clan, instance.module
  local service = module.name and (': service %s'):format(module.name) or ''
  local input = module.name and module.input and (' of %s'):format(module.input) or ''
  page:add(('# Instance `%s`%s%s'):format(instance.name, service, input), defined(instance))
  for _, role in ipairs(instance.roles) do
    page:add('')
    page:add(('## %s: %s'):format(role.name, count(#role.members, role.open)), defined(role))
    for _, machine in ipairs(fleet.pick(clan.machines, role.members)) do
      local why, at = reason(clan, role, machine)
      page:add('- ' .. machine.name .. why, at or defined(machine))
    end
  end
end

local PAGES = { machines = machine_page, tags = tag_page, instances = instance_page }

-- What the name stands for in each clan, one after the other; empty if it is no one's.
function expansion.of(clans, name)
  local lines = {}
  for _, clan in ipairs(clans) do
    for _, kind in ipairs({ 'machines', 'tags', 'instances' }) do
      local it = fleet.named(clan[kind], name)
      if it then
        local page = setmetatable({ clan = clan, lines = lines }, Page)
        if #lines > 0 then page:add('') end
        if #clans > 1 then page:add(('In %s:'):format(clan.name or vim.uri_to_fname(clan.root))) end
        PAGES[kind](page, it)
      end
    end
  end
  return lines
end

return expansion
