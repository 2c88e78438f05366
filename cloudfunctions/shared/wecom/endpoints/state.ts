// WeCom counts bytes and refuses anything else with 84025. Empty is nothing to compare with later.
const stateShape = /^[a-zA-Z0-9]{1,128}$/

/**
 * Lets a `state` through that WeCom will take.
 *
 * @throws RangeError that does not quote it
 * https://developer.work.weixin.qq.com/document/path/91022
 */
export const checkedState = (state: string): string => {
  if (!stateShape.test(state)) throw new RangeError('state must be 1 to 128 letters and digits')
  return state
}
