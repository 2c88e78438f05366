import { invalidRequest } from '../errors'
import { transactionOf, type Action, type ActionContext, type AdminRequest } from '../request'

/** database.startTransaction. */
export const startTransaction: Action = ({ documents, transactions }) => ({
  transactionId: transactions.start(documents).id,
})

/** database.commitTransaction. */
export const commitTransaction: Action = (context, request) => end(context, request, true)

/** database.abortTransaction. */
export const abortTransaction: Action = (context, request) => end(context, request, false)

const end = (context: ActionContext, request: AdminRequest, isCommitted: boolean) => {
  const transaction = transactionOf(context, request)
  if (!transaction) throw invalidRequest('transactionId')
  context.transactions.end(context.documents, transaction, isCommitted)
  return {}
}
