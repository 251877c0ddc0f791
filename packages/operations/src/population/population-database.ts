/** A person as the national population database knows them. */
export interface RegisteredPerson {
  readonly citizenId: string
  readonly fullName: string
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string
  readonly address?: string
}

/** The way to the national population database. */
export interface PopulationDatabase {
  /**
   * Who bears this number; nothing where nobody does. The database is told who asks and why.
   * @throws PopulationDown when it does not answer, or not believably
   */
  find(
    citizenId: string,
    asked: { readonly by: string; readonly purpose: string; readonly reference: string },
  ): Promise<RegisteredPerson | undefined>
}

/** The population database gave no answer that can be believed; ask again later. */
export class PopulationDown extends Error {}
