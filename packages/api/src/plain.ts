/** Operations answer in plain JSON, so nothing is transformed; naming that keeps the client's types as they were written. */
export const plain = {
  serialize: (value: unknown): unknown => value,
  deserialize: (value: unknown): unknown => value,
}
