import type { FormPage, StaffDossierView } from '@motcua/api/client'

/**
 * The pages of a dossier's form without what is said elsewhere on the page already: who the applicant is, and which
 * body was asked. An answer that differs from the applicant's own details stays.
 */
export function ownAnswers({ form, answers, applicant, agency }: StaffDossierView): FormPage[] {
  return form.pages
    .map((page) => ({
      ...page,
      fields: page.fields.filter(({ id, kind, prefill }) => {
        if (kind === 'agency') return answers[id] !== agency.id
        if (!prefill || prefill === 'birthDate') return true
        return (answers[id] ?? '') !== (applicant[prefill] ?? '')
      }),
    }))
    .filter(({ fields }) => fields.length > 0)
}
