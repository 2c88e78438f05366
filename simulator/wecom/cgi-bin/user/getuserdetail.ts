import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import { wireGender } from '../../wire/gender'
import { whoAllowedWhat } from '../auth/getuserdetail'
import type { Endpoint } from '../endpoint'

/**
 * POST /cgi-bin/user/getuserdetail {user_ticket}: what clients called before auth/getuserdetail. It
 * tells name, departments and position besides, and gender as a number.
 */
export const userGetuserdetail =
  (world: Pick<World, 'userTickets' | 'choices'>): Endpoint =>
  (given, caller) => {
    const { member, fields } = whoAllowedWhat(world, given, caller)
    const view = viewOf(caller.corp, caller.app.visibleRange)
    return {
      userid: member.userId,
      name: member.name,
      department: member.departments.filter(view.includesDepartment),
      position: member.position ?? '',
      gender: wireGender(fields.includes('gender') ? member.gender : undefined),
      ...(fields.includes('avatar') && { avatar: member.avatar ?? '' }),
      ...(fields.includes('qrCode') && { qr_code: member.qrCode ?? '' }),
      ...(fields.includes('mobile') && { mobile: member.mobile ?? '' }),
      ...(fields.includes('email') && { email: member.email ?? '' }),
    }
  }
