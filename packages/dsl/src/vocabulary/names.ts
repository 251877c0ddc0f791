import type { Phrase } from './phrase.ts'
import { answerNames } from './names/answers.ts'
import { bodyNames } from './names/bodies.ts'
import { channelNames } from './names/channels.ts'
import { conditionNames } from './names/conditions.ts'
import { fieldNames } from './names/fields.ts'
import { figureNames } from './names/figures.ts'
import { thingNames } from './names/things.ts'

/**
 * Closed lists of things: channels, bodies, fields, answers … One phrase names one value; a value may belong to several
 * lists (`online` is a channel and a way of filing), so each question says which values answer it.
 */
export const names: readonly Phrase[] = [
  ...channelNames,
  ...bodyNames,
  ...fieldNames,
  ...conditionNames,
  ...answerNames,
  ...figureNames,
  ...thingNames,
]

export { type Channel, channels } from './names/channels.ts'
export { fields } from './names/fields.ts'
export { periods } from './names/figures.ts'
