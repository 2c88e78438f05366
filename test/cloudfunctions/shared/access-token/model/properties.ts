import type { Property } from './property'
import { withFaults } from './with-faults'
import { withoutFaults } from './without-faults'

/** Everything that the shared token promises. */
export const properties: readonly Property[] = [...withoutFaults, ...withFaults]
