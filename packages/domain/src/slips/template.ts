import { z } from 'zod'
import { slipKinds, slipPapers } from './document.ts'
import { DayInput } from '../when.ts'

const Fact = z.union([
  z.tuple([z.string(), z.string()]),
  z.tuple([z.string(), z.string(), z.literal('strong')]),
])

const Part = z.union([
  z.strictObject({ heading: z.string() }),
  z.strictObject({ text: z.string(), tone: z.enum(['strong', 'note']).optional() }),
  /** Label, value, and perhaps `strong`. A fact whose value has nothing to say is left out. */
  z.strictObject({ facts: z.array(Fact).min(1) }),
  /** Rows of the dossier; each column is its label, the name of its value and its width against the others. */
  z.strictObject({
    table: z.string(),
    columns: z.array(z.tuple([z.string(), z.string(), z.number().positive()])).min(1),
    none: z.string(),
  }),
])

const Form = z.strictObject({
  /** First day on which slips follow it. */
  from: DayInput,
  /** The form and the text that prescribes it: `Mẫu số 02 · Thông tư 01/2018/TT-VPCP`. */
  form: z.string(),
  paper: z.enum(slipPapers),
  /** Name by which a regulation asks for this form instead of the ordinary one (TQ25-25.2a.2). */
  as: z.string().optional(),
  /** Where it is titled or numbered otherwise. */
  title: z.string().optional(),
  number: z.string().optional(),
})

/** How one slip is written. Words in braces are filled in; a line in which one has nothing to say is left out. */
export const SlipTemplate = z.strictObject({
  slip: z.enum(slipKinds),
  title: z.string(),
  number: z.string(),
  /** The forms it followed over the years. */
  forms: z.array(Form).min(1),
  addressee: z.string().optional(),
  body: z.array(Part).min(1),
  /** Title and name of who signs, and what is asked of the hand where it is more than a name. */
  signatures: z
    .array(z.union([z.tuple([z.string(), z.string()]), z.tuple([z.string(), z.string(), z.string()])]))
    .default([]),
  /** Whether it leads to the look-up of the dossier. */
  lookup: z.boolean().default(true),
})
export type SlipTemplate = z.infer<typeof SlipTemplate>
export type SlipPart = z.infer<typeof Part>

/** The slips of all provinces, or of one: the national ones, and in their place those it writes in its own way. */
export const SlipTemplates = z.object({
  /** Name of the one-stop section as its slips are headed. */
  section: z.string(),
  templates: z.array(SlipTemplate),
})
export type SlipTemplates = z.infer<typeof SlipTemplates>

/** What one province writes in its own way; the rest it takes from all. */
export const OwnSlipTemplates = SlipTemplates.partial().strict()
export type OwnSlipTemplates = z.infer<typeof OwnSlipTemplates>
