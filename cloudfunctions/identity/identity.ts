import type { Employee } from '../../typings/api'
import type { ActionCall, FunctionDefinition } from '../shared/runtime/serve'
import { decideOn } from '../shared/employees/admission'
import { callerOf } from '../shared/session/caller'
import type { SessionGate } from '../shared/session/session-gate'
import { renew } from './renew'
import { signIn, type SignInDeps } from './sign-in'
import { signOut } from './sign-out'
import { tokenFor, type TokenForDeps } from './token-for'
import { unsealForCaller, type UnsealDeps } from './unseal'

export interface IdentityDeps extends SignInDeps, UnsealDeps, TokenForDeps {
  gate: SessionGate
}

/** Who is this, and what may they see: the one function that answers it for all others. */
export const createIdentity = (deps: IdentityDeps): FunctionDefinition => ({
  via: ['callFunction', 'http'],
  actions: {
    signIn: (call) => signIn(deps, call),
    profile: (call) => profile(deps, call),
    renew: (call) => renew(deps, call),
    signOut: (call) => signOut(deps, call),
    tokenFor: (call) => tokenFor(deps, call),
    unseal: (call) => unsealForCaller(deps, call),
  },
})

const profile = async (
  { gate, profiles }: IdentityDeps,
  call: ActionCall,
): Promise<{ employee: Employee }> => {
  const { record } = await callerOf(gate, call)
  if (profiles.fresh(record)) return { employee: record.employee }
  const { employee } = await decideOn(record.userId, () => profiles.confirm(record, record.userId))
  return { employee }
}
