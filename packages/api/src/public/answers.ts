import type { LegalBasis, LegalClock } from '@motcua/domain'
import type { LookupView, OwnedDossierDetail, ProcedureView } from '@motcua/operations'

/** Answers of operations in the form the interface promises: nothing goes out that the document does not name. */

export function clockOf({ startedAt, dueAt, why }: LegalClock) {
  return {
    startedAt,
    dueAt,
    question: why.question,
    basis: why.basis.map(basisOf),
    because: why.because.map(({ vi, en, basis }) => ({ vi, en, ...(basis && { basis: basisOf(basis) }) })),
    provisional: why.provisional,
    program: why.program,
  }
}

export function procedureOf(procedure: ProcedureView) {
  return {
    code: procedure.code,
    name: procedure.name,
    field: procedure.field,
    level: procedure.level,
    fileOnline: procedure.fileOnline,
    fee: procedure.fee,
    cases: procedure.cases.map(({ id, name, limit }) => ({ id, name, limit })),
    papers: procedure.papers.map(({ id, name, originals, copies, required, presentedOnly }) => ({
      id,
      name,
      originals,
      copies,
      required,
      presentedOnly,
    })),
    results: procedure.results.map(({ name }) => name),
    legalBasis: procedure.legalBasis,
    agencies: procedure.agencies.map(({ id, name }) => ({ id, name })),
    returnChannels: [...procedure.return.channels],
    paymentChannels: [...procedure.payment.channels],
  }
}

export function lookedUpOf({ fields, basis, timeliness }: LookupView) {
  return {
    fields: fields.map((field) => ({ ...field })),
    basis: basis.map(basisOf),
    timeliness: timeliness?.word ?? null,
  }
}

export function ownedOf({ clock, ...dossier }: OwnedDossierDetail) {
  return { ...dossier, clock: clockOf(clock) }
}

function basisOf({ regulation, article, clause, point }: LegalBasis) {
  return { regulation, article, ...(clause && { clause }), ...(point && { point }) }
}
