/** What phones lack, as far as lean-qr uses it: the UTF-8 bytes of a text. */
export class TextEncoder {
  encode(text: string): Uint8Array {
    const escaped = encodeURIComponent(text)
    const bytes = escaped.match(/%..|[^%]/g) ?? []
    return new Uint8Array(
      bytes.map((byte) => (byte.length > 1 ? parseInt(byte.slice(1), 16) : byte.charCodeAt(0))),
    )
  }
}
