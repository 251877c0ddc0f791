import { defineEnvVars } from '@sveltejs/kit/env'

const optional = (value: string | undefined) => value || undefined

/** Where the API is when it does not run in the same process, and the key of this front door. */
export const variables = defineEnvVars({
  API_URL: { schema: optional, description: 'Address of the API when it runs apart from the desk' },
  API_KEY: { schema: optional, description: 'Key by which the API trusts what this front door says' },
})
