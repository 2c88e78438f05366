/**
 * 性别 on the wire: 0 unknown, 1 male, 2 female. A number in wx.qy and in the old user/getuserdetail,
 * a text of one digit in user/get and auth/getuserdetail.
 */
export const wireGender = (gender: 'male' | 'female' | undefined): 0 | 1 | 2 => {
  if (gender === undefined) return 0
  return gender === 'male' ? 1 : 2
}
