import { jobPostingSchema } from '@lodestone/rsc/simple-job-postings'
import { isEnabled } from '../../behaviours/integrations.ts'
import { submitJob } from '../../behaviours/jobs.ts'
import { Refusal } from '../../refusal.ts'
import { refuseAccess } from '../authenticate.ts'
import { describeRefusal } from '../errors.ts'
import { checkRecordCount } from '../limits.ts'
import { countRecords } from '../quotas.ts'
import { clientIdOf, type Resource, type WireRequest } from '../resource.ts'
import { checkRecord } from '../schema-problems.ts'
import { isObject, readJsonBody, type WireAnswer, type WireCall } from '../wire-call.ts'

const QUOTA_NAME = 'simpleJobPostings'

export const simpleJobPostings: Resource = {
  path: 'simpleJobPostings',
  token: 'child',
  quotaName: QUOTA_NAME,
  methods: { batch_create: createJobs },
  refuseMethod: refuseMissingMethod,
}

function createJobs(request: WireRequest): WireAnswer {
  const body = readJsonBody(request.call)
  const elements = isObject(body) ? body.elements : undefined
  if (!Array.isArray(elements)) {
    throw new Refusal(400, 'no-elements', "Batch create request body has no 'elements' array")
  }
  checkRecordCount(elements.length)
  if (elements.some(element => isObject(element) && typeof element.externalJobPostingId === 'number')) {
    throw new Refusal(500, 'number-as-id', 'Internal Server Error')
  }
  for (const element of elements) checkIsEnabled(request, element)
  countRecords(request.sandbox, clientIdOf(request), { quotaName: QUOTA_NAME, records: elements.length })
  const seen = new Set<unknown>()
  return { status: 200, body: { elements: elements.map(element => answerElement(request, element, seen)) } }
}

function answerElement(request: WireRequest, element: unknown, seen: Set<unknown>) {
  try {
    const { clientId } = request.caller.application
    const job = readJob(request, element)
    if (seen.has(job.externalJobPostingId)) {
      const message = `externalJobPostingId ${job.externalJobPostingId} occurs twice in this batch`
      throw new Refusal(400, 'duplicate-job', message)
    }
    seen.add(job.externalJobPostingId)
    return { id: submitJob(request.sandbox, clientId, job, job.posting).taskUrn, status: 202 }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, error: describeRefusal(error) }
  }
}

/** What only the evaluation finds out (short description, odd address or place) is forgiven here and fails the task. */
function readJob(request: WireRequest, element: unknown) {
  if (!isObject(element)) throw new Refusal(422, 'no-record', 'ERROR :: / :: element is not a record')
  const types = element.workplaceTypes
  if (Array.isArray(types) && types.length > 1) {
    throw new Refusal(400, 'two-workplaces', 'Only one workplaceTypes value is allowed')
  }
  checkRecord(jobPostingSchema, element, issue => {
    const [field] = issue.path
    const value = element[String(field)]
    const isText = typeof value === 'string'
    return isText && ((field === 'description' && issue.code === 'too_small') || field === 'companyApplyUrl')
  })
  checkMarket(element)
  checkTimes(request, element)
  return {
    integrationContext: String(element.integrationContext),
    externalJobPostingId: String(element.externalJobPostingId),
    jobPostingOperationType: readText(element, 'jobPostingOperationType'),
    state: readText(element, 'state') === 'CLOSED' ? ('CLOSED' as const) : ('LISTED' as const),
    posting: element,
  }
}

/** Through RSC only plain jobs can be posted: no promoted ones, none for inside the company. */
function checkMarket(element: Readonly<Record<string, unknown>>): void {
  const operation = readText(element, 'jobPostingOperationType')
  if (element.listingType === 'PREMIUM' || operation === 'UPGRADE' || operation === 'DOWNGRADE') {
    throw new Refusal(402, 'promoted', 'Insufficient job slots to promote this job')
  }
  if (element.availability === 'INTERNAL') {
    throw new Refusal(422, 'wrong-field', 'ERROR :: /availability :: "INTERNAL" is not an enum symbol')
  }
}

/** The ATS may not follow this clock when it is moved back or frozen, so the machine's own time counts as well. */
function checkTimes({ sandbox }: WireRequest, element: Readonly<Record<string, unknown>>): void {
  const now = sandbox.clock.now()
  if (Number(element.listedAt) > Math.max(now, Date.now()) + 60_000) {
    throw new Refusal(422, 'wrong-field', 'ERROR :: /listedAt :: value is in the future')
  }
  if (element.expireAt !== undefined && Number(element.expireAt) <= Math.min(now, Date.now())) {
    throw new Refusal(422, 'wrong-field', 'ERROR :: /expireAt :: value is not in the future')
  }
}

function checkIsEnabled(request: WireRequest, element: unknown): void {
  const context = isObject(element) ? readText(element, 'integrationContext') : undefined
  if (context === undefined) return
  const key = { integrationContext: context, integrationType: 'ONE_CLICK_EXPORT' as const }
  if (!isEnabled(request.sandbox, clientIdOf(request), key)) throw refuseAccess(request.call)
}

/** The best known trap of this call: without `x-restli-method: batch_create` it says that the permission is missing. */
function refuseMissingMethod(call: WireCall): Refusal {
  if (call.method !== 'POST' || !call.body.includes('"elements"')) return refuseAccess(call)
  const message =
    'Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/elements]'
  return new Refusal(403, 'unpermitted-fields', message)
}

function readText(element: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = element[name]
  return typeof value === 'string' ? value : undefined
}
