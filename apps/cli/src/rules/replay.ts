import { type CivilDate, type Instant, addDays, instant } from '@motcua/calendar'
import { asIfAlwaysInForce, replayDossiers, sayReplay } from '@motcua/dsl'
import { type Call, type Command, WrongUsage } from '../command.ts'
import { answered } from './answered.ts'
import { dayOf } from './day.ts'
import { draftOf } from './draft.ts'
import { pastInFile, pastOf } from './past.ts'

/** Works past dossiers out again as if another regulation had governed them all, and says what would have changed. */
export const command: Command = {
  usage: 'TENANT --with FILE [--from DATE] [--to DATE] [--facts DOSSIERS.ndjson]',
  options: {
    with: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    facts: { type: 'string' },
  },
  operands: [1, 1],

  async run(call) {
    const { io, operands, options, json, lang } = call
    const tenant = operands[0]!
    if (typeof options.with !== 'string') {
      throw new WrongUsage({
        vi: '`--with` là tệp quy chế để thử',
        en: '`--with` names the regulation to try',
      })
    }
    const draft = draftOf(options.with, io.cwd)
    const stretch = stretchOf(call)
    const { law, dossiers } =
      typeof options.facts === 'string'
        ? await pastInFile(tenant, options.facts, stretch, io)
        : await pastOf(tenant, stretch, io)
    // The tenant's own office hours, closures included: only the regulation is another.
    const tried = { ...law, program: asIfAlwaysInForce(draft.program, draft.path) }
    const found = answered(() => replayDossiers(law, tried, dossiers))
    const paragraphs = () =>
      sayReplay(found).map(([head, ...rest]) =>
        [head![lang], ...rest.map((line) => `  ${line[lang]}`)].join('\n'),
      )
    await io.out(json ? `${JSON.stringify({ tenant, ...found })}\n` : `${paragraphs().join('\n\n')}\n`)
    return 0
  },
}

function stretchOf({ options }: Call) {
  const midnight = (on: CivilDate): Instant => instant(`${on}T00:00:00+07:00`)
  return {
    ...(options.from !== undefined && { from: midnight(dayOf(options.from, 'from')) }),
    ...(options.to !== undefined && { to: midnight(addDays(dayOf(options.to, 'to'), 1)) }),
  }
}
