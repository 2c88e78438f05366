import { deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const LEVELS = 16

/**
 * A square PNG of one colour in sixteen strengths, four bits for each pixel: a quarter of what a browser
 * writes, and every byte of it is shipped to every phone. https://www.w3.org/TR/png-3/
 *
 * @param colour Such as #1f5ad8.
 * @param alphas Of each pixel, row by row, 0 to 255.
 */
export const oneColourPng = (colour: string, side: number, alphas: readonly number[]): Buffer => {
  const rgb = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
  const levels = Array.from({ length: LEVELS }, (_, level) => level)
  const strength = (index: number) => Math.round(((alphas[index] ?? 0) / 255) * (LEVELS - 1))
  const rows = Array.from({ length: side }, (_, y) => {
    const pixels = Array.from({ length: Math.ceil(side / 2) }, (_, half) => {
      const x = half * 2
      const second = x + 1 < side ? strength(y * side + x + 1) : 0
      return (strength(y * side + x) << 4) | second
    })
    // Each row begins with its filter: none.
    return [0, ...pixels]
  })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', [...uint32(side), ...uint32(side), 4, 3, 0, 0, 0]),
    chunk(
      'PLTE',
      levels.flatMap(() => rgb),
    ),
    chunk(
      'tRNS',
      levels.map((level) => Math.round((level / (LEVELS - 1)) * 255)),
    ),
    chunk('IDAT', [...deflateSync(Buffer.from(rows.flat()), { level: 9 })]),
    chunk('IEND', []),
  ])
}

const chunk = (type: string, data: readonly number[]): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)])
  return Buffer.concat([Buffer.from(uint32(data.length)), body, Buffer.from(uint32(crc32(body)))])
}

const uint32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)

// node:zlib has one from Node 22.2 on.
const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
