import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Decision, Row } from './rows.ts'

const peers = new URL('../../peers/package.json', import.meta.url)
const require = createRequire(peers)

/** Other engines are installed by hand: `npm ci --prefix infra/bench/peers`. */
export const peersAreInstalled = existsSync(new URL('node_modules', peers))

export type Facts = Readonly<Record<string, string | boolean | number>>

/** An engine with the decision prepared once; -1 where no row holds. */
export interface Engine {
  readonly name: string
  /** It writes a JavaScript function for the rules, which a strict content policy forbids. */
  readonly compilesToCode?: true
  readonly decide: (facts: Facts) => number | Promise<number>
}

/** Each engine with the same rows in the form its own manual gives for such a table. */
export function enginesOf(decision: Decision): Engine[] {
  return [jsonRulesEngine(decision), zenTable(decision), cedar(decision), jsonLogic(decision)]
}

function jsonRulesEngine({ rows }: Decision): Engine {
  const { Engine: RulesEngine } = require('json-rules-engine') as {
    Engine: new (
      rules: unknown[],
      options: object,
    ) => {
      run: (facts: Facts) => Promise<{ events: { params: { answer: number } }[] }>
    }
  }
  const rules = rows.map(({ from, to, values, answer }) => ({
    conditions: {
      all: [
        { fact: 'day', operator: 'greaterThanInclusive', value: from },
        { fact: 'day', operator: 'lessThan', value: to },
        ...Object.entries(values).map(([fact, among]) => ({ fact, operator: 'in', value: among })),
      ],
    },
    event: { type: 'answer', params: { answer } },
  }))
  const engine = new RulesEngine(rules, { allowUndefinedFacts: true })
  return {
    name: 'json-rules-engine',
    decide: async (facts) => (await engine.run(facts)).events[0]?.params.answer ?? -1,
  }
}

function zenTable({ rows, facts: names }: Decision): Engine {
  const { ZenEngine } = require('@gorules/zen-engine') as {
    ZenEngine: new () => {
      createDecision: (content: object) => {
        evaluate: (facts: Facts) => Promise<{ result: { answer?: number } }>
      }
    }
  }
  const text = (value: string | boolean) => (typeof value === 'string' ? `'${value}'` : String(value))
  const inputs = ['day', ...names]
  const content = {
    nodes: [
      { id: 'in', name: 'Request', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'table',
        name: 'table',
        type: 'decisionTableNode',
        position: { x: 1, y: 0 },
        content: {
          hitPolicy: 'first',
          inputs: inputs.map((field) => ({ id: field, name: field, field })),
          outputs: [{ id: 'answer', name: 'answer', field: 'answer' }],
          rules: rows.map(({ from, to, values, answer }, i) => ({
            _id: String(i),
            day: `[${from}..${to})`,
            ...Object.fromEntries(names.map((fact) => [fact, (values[fact] ?? []).map(text).join(', ')])),
            answer: String(answer),
          })),
        },
      },
      { id: 'out', name: 'Response', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  }
  const decision = new ZenEngine().createDecision(content)
  return {
    name: 'zen-engine, decision table',
    decide: async (facts) => (await decision.evaluate(facts)).result?.answer ?? -1,
  }
}

function cedar({ rows }: Decision): Engine {
  const wasm = require('@cedar-policy/cedar-wasm/nodejs') as {
    preparsePolicySet: (id: string, policies: object) => { type: string }
    statefulIsAuthorized: (call: object) => {
      type: string
      response: { diagnostics: { reason: string[] } }
    }
  }
  const id = `decision-${policySets++}`
  const prepared = wasm.preparsePolicySet(id, {
    staticPolicies: Object.fromEntries(rows.map((row, i) => [`${i}`, policyOf(row)])),
  })
  if (prepared.type !== 'success') throw new Error(`cedar refuses the policies: ${JSON.stringify(prepared)}`)
  const who = { type: 'Dossier', id: 'one' }
  return {
    name: 'cedar-wasm, policies parsed once',
    // One call tells which row holds: the policy that determines it.
    decide: (facts) => {
      const { response } = wasm.statefulIsAuthorized({
        principal: who,
        action: { type: 'Action', id: 'decide' },
        resource: who,
        context: facts,
        preparsedPolicySetId: id,
        entities: [],
      })
      const [row] = response.diagnostics.reason
      return row === undefined ? -1 : rows[Number(row)]!.answer
    },
  }
}

let policySets = 0

function policyOf({ from, to, values }: Row): string {
  const among = Object.entries(values).map(
    ([fact, list]) => `[${list.map((one) => JSON.stringify(one)).join(', ')}].contains(context.${fact})`,
  )
  const when = [`context.day >= ${from}`, `context.day < ${to}`, ...among].join(' && ')
  return `permit(principal, action, resource) when { ${when} };`
}

function jsonLogic({ rows }: Decision): Engine {
  const { LogicEngine } = require('json-logic-engine') as {
    LogicEngine: new () => { build: (logic: unknown) => (facts: Facts) => number }
  }
  const logic = rows.reduceRight<unknown>(
    (rest, { from, to, values, answer }) => ({
      if: [
        {
          and: [
            { '>=': [{ var: 'day' }, from] },
            { '<': [{ var: 'day' }, to] },
            ...Object.entries(values).map(([fact, among]) => ({ in: [{ var: fact }, among] })),
          ],
        },
        answer,
        rest,
      ],
    }),
    -1,
  )
  return {
    name: 'json-logic-engine, compiled',
    compilesToCode: true,
    decide: new LogicEngine().build(logic),
  }
}
