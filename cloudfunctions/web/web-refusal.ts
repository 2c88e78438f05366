/**
 * What can go wrong between a browser and WeCom. `stateNotOurs`: the address was made up, or is of
 * another site. `cookieLost`: this browser keeps no cookie. `tooLate`: the code was used or has expired.
 * `declined`: the visitor did not want to. `notHere`: there is no such page.
 * `formRefused`: a form that is not of our page. `otherPerson`: consent of somebody else.
 */
export type WebProblem =
  'stateNotOurs' | 'cookieLost' | 'tooLate' | 'declined' | 'notHere' | 'formRefused' | 'otherPerson'

/** Ends a request with a page of its own. */
export class WebRefusal extends Error {
  readonly problem: WebProblem

  constructor(problem: WebProblem) {
    super(problem)
    this.name = 'WebRefusal'
    this.problem = problem
  }
}
