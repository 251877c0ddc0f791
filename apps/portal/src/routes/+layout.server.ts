import { bannersFor } from '#lib/server/banners.ts'

/** What every page needs: the province, the language, who is signed in, and what does not work just now. */
export async function load(event) {
  const { locals } = event
  return {
    locale: locals.locale,
    tenant: locals.tenant,
    citizenName: locals.citizen?.fullName,
    banners: await bannersFor(event),
  }
}
