/** A copy without what must not be shown unasked: secrets and the keys of callbacks, at any depth. */
export const withoutSecrets = <T extends object>(value: T): Partial<T> =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (isSecret.test(key) ? undefined : inner)),
  ) as Partial<T>

const isSecret = /secret|token|aeskey/i
