import { type Fault, faultSchema } from '../../faults.ts'

const numbers = ['status', 'retryAfterSeconds', 'delayMs', 'count']

export type ReadFault = { readonly fault: Fault } | { readonly problem: string }

/** Empty fields are left out; `status` belongs to one kind of fault only. */
export function readFault(form: URLSearchParams): ReadFault {
  const filled = [...form].filter(([name, value]) => value !== '' && (name !== 'status' || isStatusFault(form)))
  const fields = filled.map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value] as const)
  const parsed = faultSchema.safeParse(Object.fromEntries(fields))
  if (parsed.success) return { fault: parsed.data }
  return { problem: parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ') }
}

function isStatusFault(form: URLSearchParams): boolean {
  return form.get('kind') === 'status'
}
