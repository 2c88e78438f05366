export { createPhone, type Phone, type PhoneOptions } from './phone'
export type { BuildResult } from './compile/mini-program'
export { problemLine, type Problem } from './compile/problems'
