import schema from '../../../../simulator/wecom/company/company.schema.json'

interface Node {
  [keyword: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every schema inside the schema that describes an object with properties. */
const objectsIn = (node: Node): Node[] => [
  ...(isNode(node['properties']) ? [node] : []),
  ...Object.entries(node)
    .filter(([keyword]) => keyword !== 'default')
    .flatMap(([, inner]) => (isNode(inner) ? objectsIn(inner) : [])),
]

const resolve = (node: Node): Node => {
  const { $ref: ref } = node
  if (typeof ref !== 'string') return node
  const [, , name = ''] = ref.split('/')
  return (schema.$defs as Record<string, Node>)[name] ?? {}
}

const objects = objectsIn(schema)

test('every object is closed: a mistyped key is an error, not silence', () => {
  expect(objects.length).toBeGreaterThan(8)
  for (const node of objects) expect(node).toHaveProperty('additionalProperties', false)
})

test('every property says what it means', () => {
  for (const { properties } of objects) {
    for (const [name, property] of Object.entries(properties as Record<string, Node>)) {
      const described = { name, ...resolve(property) }
      expect(described).toHaveProperty('description', expect.stringMatching(/\S/))
    }
  }
})
