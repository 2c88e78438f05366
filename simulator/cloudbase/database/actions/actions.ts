import type { Action } from '../request'
import { addCollection } from './add-collection'
import { aggregateDocuments } from './aggregate'
import { countDocuments } from './count'
import { getDocument } from './get'
import { insertDocument } from './insert'
import { modifyDocument } from './modify'
import { modifyAndReturn } from './modify-and-return'
import { removeDocument } from './remove'
import { abortTransaction, commitTransaction, startTransaction } from './transaction'

/** By the name that `action` bears on the wire. What is not here is refused, loudly. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['database.addCollection', addCollection],
  ['database.insertDocument', insertDocument],
  ['database.getDocument', getDocument],
  ['database.modifyDocument', modifyDocument],
  ['database.modifyAndReturnDoc', modifyAndReturn],
  ['database.removeDocument', removeDocument],
  ['database.calculateDocument', countDocuments],
  ['database.aggregateDocuments', aggregateDocuments],
  ['database.startTransaction', startTransaction],
  ['database.commitTransaction', commitTransaction],
  ['database.abortTransaction', abortTransaction],
])
