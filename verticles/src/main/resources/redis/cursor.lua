-- Reads where a source goes on together with the coverage that belongs to that place.
--
-- KEYS  1 cursors  2 coverage
-- ARGV  1 source
-- gives cursor, coverage; nil where there is none
return {redis.call('HGET', KEYS[1], ARGV[1]), redis.call('HGET', KEYS[2], ARGV[1])}
