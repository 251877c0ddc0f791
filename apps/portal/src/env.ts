import { defineEnvVars } from '@sveltejs/kit/env'

const optional = (value: string | undefined) => value || undefined

/** What the portal reads from its environment; everything else it shows comes from the tenant. */
export const variables = defineEnvVars({
  API_URL: { schema: optional, description: 'Address of the API when it runs apart from the portal' },
  API_KEY: { schema: optional, description: 'Key by which the API trusts what this front door says' },
})
