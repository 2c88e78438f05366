import path from 'node:path'

export const root = path.join(__dirname, '..')
export const inRoot = (...parts: string[]): string => path.join(root, ...parts)
