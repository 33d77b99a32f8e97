import type { Sql } from 'postgres'

/** A wrong database: how to make it, how to mend it, and whether the fault shows only in what is written under it. */
export type Mutant = { readonly name: string; readonly break: string; readonly mend: string; readonly reload?: true }

type RuleFunction = { name: string; args: string; definition: string }

/** Each rule function once saying always yes and once always no. */
export async function mutantsOfRules(owner: Sql): Promise<Mutant[]> {
  return (await ruleFunctions(owner)).flatMap(({ name, args, definition }) =>
    ['true', 'false'].map((answer) => ({
      name: `${name} says always ${answer}`,
      break: `create or replace function ${name}(${args}) returns boolean language sql immutable as 'select ${answer}'`,
      mend: definition,
    })),
  )
}

/** Each read policy of these tables once letting everything through. */
export async function mutantsOfPolicies(
  owner: Sql,
  tables?: readonly string[],
): Promise<(Mutant & { table: string })[]> {
  const policies = await owner<{ table: string; policy: string; using: string }[]>`
    select tablename as table, policyname as policy, qual as using from pg_policies
    where schemaname = 'public' and cmd in ('SELECT', 'ALL') order by 1, 2`
  return policies
    .filter(({ table }) => tables?.includes(table) ?? true)
    .map(({ table, policy, using }) => ({
      table,
      name: `policy ${policy} of ${table} lets everything through`,
      break: `alter policy "${policy}" on "${table}" using (true)`,
      mend: `alter policy "${policy}" on "${table}" using (${using})`,
    }))
}

/** The named function with `clause` replaced in its text; fails where the text no longer holds it. */
export async function mutantOfClause(owner: Sql, name: string, clause: string, by: string): Promise<Mutant> {
  const [row] = await owner<
    RuleFunction[]
  >`select pg_get_functiondef(oid) as definition from pg_proc where proname = ${name}`
  if (!row?.definition.includes(clause)) throw new Error(`${name} does not hold "${clause}"`)
  return {
    name: `${name} without "${clause}"`,
    break: row.definition.replaceAll(clause, by),
    mend: row.definition,
  }
}

export function mutantOfTrigger(table: string, trigger: string): Mutant {
  return {
    name: `trigger ${trigger} of ${table} is off`,
    break: `alter table ${table} disable trigger ${trigger}`,
    mend: `alter table ${table} enable trigger ${trigger}`,
  }
}

function ruleFunctions(owner: Sql): Promise<RuleFunction[]> {
  return owner<RuleFunction[]>`
    select proname as name, pg_get_function_arguments(oid) as args, pg_get_functiondef(oid) as definition from pg_proc
    where pronamespace = 'public'::regnamespace and prorettype = 'boolean'::regtype
      and (proname ~ '^v[1-7]_' or proname ~ '^may_') order by 1`
}
