/**
 * What has to happen in one step. Each touches the one key that it is given, so it runs on whichever
 * node of a cluster holds that key. A value is a hash of `v`, its JSON, and `r`, its revision.
 *
 * A revision starts at the server's clock in µs: that is above whatever a key had before, because no
 * two writes happen in the same µs. Lua would write it as 1.7e+15, hence the format.
 */
const startRevision = `local t = redis.call('TIME')
local first = string.format('%.0f', t[1] * 1000000 + t[2])`

/** KEYS[1], JSON, life in ms. 1 when written, 0 when a value is there. */
export const insertScript = `if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
${startRevision}
redis.call('HSET', KEYS[1], 'v', ARGV[1], 'r', first)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`

/** KEYS[1], JSON, life in ms, revision. 1 when written, 0 when the revision is another. */
export const casScript = `if redis.call('HGET', KEYS[1], 'r') ~= ARGV[3] then return 0 end
redis.call('HSET', KEYS[1], 'v', ARGV[1])
redis.call('HINCRBY', KEYS[1], 'r', 1)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`

/** KEYS[1], JSON, life in ms. */
export const putScript = `if redis.call('EXISTS', KEYS[1]) == 1 then
redis.call('HINCRBY', KEYS[1], 'r', 1)
redis.call('HSET', KEYS[1], 'v', ARGV[1])
else
${startRevision}
redis.call('HSET', KEYS[1], 'v', ARGV[1], 'r', first)
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`
