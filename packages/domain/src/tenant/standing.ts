/**
 * How a province stands in the house. Leaving goes one way, step by step: suspended, its archive handed over, the
 * archive confirmed, and purged after a waiting time. Before that it can be taken back into service.
 */
export const tenantStandings = ['in-service', 'suspended', 'exported', 'archived', 'purged'] as const
export type TenantStanding = (typeof tenantStandings)[number]
