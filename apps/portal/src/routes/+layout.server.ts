/** What every page needs: the province, the language, who is signed in. */
export function load({ locals }) {
  return { locale: locals.locale, tenant: locals.tenant, citizenName: locals.citizen?.fullName }
}
