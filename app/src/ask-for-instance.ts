import { text as askText, intro } from '@clack/prompts'
import type { z } from 'zod'
import { askForPassword, unlessCancelled } from './ask-for-password.ts'
import { newInstance } from './hiring/instances/instances.shapes.ts'

export interface Answers {
  company?: string
  instance?: string
  jobPrefix?: string
  timeZone?: string
  firstName?: string
  lastName?: string
  email?: string
}

const { name, instanceName, jobPrefix, administrator } = newInstance.shape

/** Asks on a terminal for what the options did not say. */
export async function askForInstance(given: Answers): Promise<Answers & { password: string }> {
  intro('Opens a company with its administrator.')
  const company = given.company ?? (await ask('Company', name))
  return {
    ...given,
    company,
    instance: given.instance ?? (await ask('Name of this instance', instanceName, company)),
    jobPrefix: given.jobPrefix ?? (await ask('Letters before job numbers', jobPrefix, initialsOf(company))),
    firstName: given.firstName ?? (await ask('First name of the administrator', administrator.shape.firstName)),
    lastName: given.lastName ?? (await ask('Last name of the administrator', administrator.shape.lastName)),
    email: given.email ?? (await ask('E-mail address of the administrator', administrator.shape.email)),
    password: await askForPassword(),
  }
}

async function ask(message: string, shape: z.ZodType, initialValue = ''): Promise<string> {
  return unlessCancelled(await askText({ message, initialValue, validate: value => findFault(shape, value ?? '') }))
}

function findFault(shape: z.ZodType, value: string): string | undefined {
  return shape.safeParse(value).error?.issues[0]?.message
}

function initialsOf(company: string): string {
  return company
    .split(/\s+/)
    .map(word => word.charAt(0).toUpperCase())
    .join('')
    .replace(/[^A-Z]/g, '')
    .slice(0, 3)
}
