import type { Inputs, Outputs } from '@motcua/api/client'

export type ProvinceStep = Inputs['house']['moveProvince']['deed']
type Standing = Outputs['house']['province']['standing']

const all: Readonly<Record<Standing, readonly ProvinceStep[]>> = {
  'in-service': ['suspend'],
  suspended: ['resume', 'note-export'],
  exported: ['resume', 'confirm-archive'],
  archived: ['resume'],
  purged: [],
}

/** What may be done to a province as it stands; the API has the last word. */
export const stepsFrom = (standing: Standing): readonly ProvinceStep[] => all[standing]
