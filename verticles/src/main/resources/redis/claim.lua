-- Gives a network of an event a new owner: from now on writes of the earlier ones are refused.
--
-- KEYS  1 fences
-- ARGV  1 network
-- gives the owner's number: the time in milliseconds, so that it is also higher than those that a
--       Redis without its memory has forgotten; and in any case higher than the last one
local last = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0)
local time = redis.call('TIME')
local number = math.max(last + 1, time[1] * 1000 + math.floor(time[2] / 1000))
redis.call('HSET', KEYS[1], ARGV[1], string.format('%d', number))
return number
