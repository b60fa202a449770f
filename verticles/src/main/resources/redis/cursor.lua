-- Reads where a source goes on together with the coverage and the life that belong to that place.
--
-- KEYS  1 cursors  2 coverage  3 epoch
-- ARGV  1 source
-- gives cursor, coverage, epoch; nil where there is none
return {
  redis.call('HGET', KEYS[1], ARGV[1]),
  redis.call('HGET', KEYS[2], ARGV[1]),
  redis.call('GET', KEYS[3])
}
