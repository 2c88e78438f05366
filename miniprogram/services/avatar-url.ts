/** What WeCom and WeChat keep of each picture: the original, or a square of that many pixels. */
export type AvatarSize = 0 | 64 | 100

// A port would not answer in the other protocol, so a picture with one is left as it is.
const SIZED = /^https?:\/\/([\w.-]+\/(?:[^?#\s]*\/)?)(?:0|64|100)((?:[?#]\S*)?)$/i

/**
 * The address of an employee's picture (头像) in another size, over https: the last segment of its path
 * is the size. What does not look so comes back unchanged. The same function for the phone and for
 * web pages, so it imports nothing.
 * https://developer.work.weixin.qq.com/document/path/90196
 */
export function avatarUrl(url: string, size: AvatarSize): string {
  return url.replace(
    SIZED,
    (_whole, place: string, rest: string) => `https://${place}${size}${rest}`,
  )
}
