-- Reads a page of the log together with the life and the head it belongs to.
--
-- KEYS  1 updates  2 epoch
-- ARGV  1 since  2 limit, 0 for the head alone
-- gives epoch or '', head, then the entries after since, oldest first
local answer = {redis.call('GET', KEYS[2]) or '', redis.call('LLEN', KEYS[1])}
local since, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
if limit > 0 then
  -- Written out, as Lua would write large numbers as 1e+18.
  local first, last = string.format('%d', since), string.format('%d', since + limit - 1)
  for _, entry in ipairs(redis.call('LRANGE', KEYS[1], first, last)) do
    answer[#answer + 1] = entry
  end
end
return answer
