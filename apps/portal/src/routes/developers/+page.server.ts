import type { PageServerLoad } from './$types'

interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
}

interface Document {
  paths: Record<
    string,
    { get: { summary: string; parameters?: Parameter[]; responses: Record<string, { description: string }> } }
  >
}

export const load: PageServerLoad = async ({ locals }) => {
  const answer = await locals.api.fetch('/api/v1/openapi.json')
  const { paths } = (await answer.json()) as Document
  const calls = Object.entries(paths).map(([path, { get }]) => ({
    path,
    summary: get.summary,
    parameters: (get.parameters ?? []).map(({ name, in: place, required = false, description = '' }) => ({
      name,
      place,
      required,
      description,
    })),
    answers: Object.entries(get.responses).map(([status, { description }]) => ({ status, description })),
  }))
  return { calls }
}
