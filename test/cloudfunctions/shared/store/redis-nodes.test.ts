import { readRedisUrl } from '../../../../cloudfunctions/shared/store/redis-nodes'

test('one node, with all that a URL may say', () => {
  expect(readRedisUrl('rediss://app:p%40ss@cache.example.com:6380/2')).toEqual({
    nodes: [{ host: 'cache.example.com', port: 6380 }],
    username: 'app',
    password: 'p@ss',
    isTls: true,
    database: 2,
  })
})

test('several nodes of a cluster, with the usual port', () => {
  expect(readRedisUrl('redis://:secret@a, redis://b:7000')).toEqual({
    nodes: [
      { host: 'a', port: 6379 },
      { host: 'b', port: 7000 },
    ],
    password: 'secret',
    isTls: false,
  })
})

test('a Unix socket', () => {
  expect(readRedisUrl('/run/redis.sock')).toMatchObject({ socketPath: '/run/redis.sock' })
})

test.each([
  ['http://:hunter22@a', 'is not of the form redis://host:port'],
  ['hunter22', 'is not of the form redis://host:port'],
  ['redis://', 'is not of the form redis://host:port'],
  ['redis://:hunter22@a,rediss://b', 'mixes redis:// and rediss://'],
  ['redis://:hunter22@a/1,redis://b', 'names a database, which a cluster has not'],
  ['redis://:hunter22@a/x', 'has a database that is no number'],
])('what is none is said without quoting it', (text, problem) => {
  expect(() => readRedisUrl(text)).toThrow(new Error(problem))
})
