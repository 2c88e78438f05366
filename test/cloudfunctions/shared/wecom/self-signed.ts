import { generateKeyPairSync, sign } from 'node:crypto'

// Just enough DER for one certificate. https://www.rfc-editor.org/rfc/rfc5280#section-4.1
const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), content])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const set = (...parts: Buffer[]) => der(0x31, ...parts)
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content)
const time = (year: number) => der(0x17, Buffer.from(`${year % 100}0101000000Z`))

const commonName = objectId('550403')
const subjectAltName = objectId('551d11')
const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'))

/**
 * A certificate for 127.0.0.1, made anew for each test run, that nobody trusts unless told to.
 *
 * @returns PEM
 */
export const createSelfSigned = (): { key: string; cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(commonName, der(0x0c, Buffer.from('loopback')))))
  const address = der(0x87, Buffer.from([127, 0, 0, 1]))
  const year = new Date().getUTCFullYear()
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(time(year - 1), time(year + 2)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(subjectAltName, der(0x04, sequence(address))))),
  )
  const signature = sign('sha256', toBeSigned, privateKey)
  const certificate = sequence(toBeSigned, ecdsaWithSha256, bits(signature))
  const base64 = certificate.toString('base64').replace(/(.{64})/g, '$1\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  }
}
