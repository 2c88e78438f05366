/**
 * Errcodes that mean one thing to a program, by that thing. Kept apart from the texts of the catalogue:
 * a function that only has to decide carries these numbers and nothing else.
 * Meanings: https://developer.work.weixin.qq.com/document/path/90313
 */

/** The code was used, is too old, or is of another app: get a new one. */
export const codeRefused: readonly number[] = [40029, 42003, 42022]

/** Not visible to the app, or not there at all: WeCom does not say which, and uses all of these. */
export const notVisible: readonly number[] = [60111, 60011, 60021, 50002]

/** No such tag, or not one of this app's. */
export const tagRefused: readonly number[] = [40068, 81011]

/** This app, or this kind of credentials, may not make that call. */
export const callForbidden: readonly number[] = [48002, 60031]

/** The access_token itself: get a new one, once. */
export const tokenRejected: readonly number[] = [40014, 42001]

/** Corp id and secret, or the app behind them; trying again gets the address banned. */
export const credentialsRefused: readonly number[] = [
  40001, 40013, 40091, 41002, 41004, 45031, 50003, 2000002,
]

/** The mini program is not linked to the app whose token was used. */
export const miniprogramNotLinked: readonly number[] = [90206, 90207, 90208]

/** The address that the call came from is not a trusted one. */
export const addressRefused: readonly number[] = [60020]

/** Too often, or too many at once: stop calling that path until its window ends. */
export const frequency: readonly number[] = [45009, 45033]

/** WeCom is busy: the only refusal that is worth a blind repetition. */
export const busy: readonly number[] = [-1]
