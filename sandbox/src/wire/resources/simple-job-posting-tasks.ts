import { findTask } from '../../behaviours/jobs.ts'
import type { JobPostingTask } from '../../records.ts'
import { Refusal } from '../../refusal.ts'
import { answerBatchGet, type KeyGrammar, stringKeys } from '../batch.ts'
import { clientIdOf, type Resource } from '../resource.ts'

const taskKeys: KeyGrammar<string> = {
  ...stringKeys,
  readQuery: call => stringKeys.readQuery(call).map(checkTaskUrn),
}

export const simpleJobPostingTasks: Resource = {
  path: 'simpleJobPostingTasks',
  token: 'child',
  quotaName: 'simpleJobPostingTasks',
  methods: {
    batch_get: request =>
      answerBatchGet(request.call, taskKeys, taskUrn => {
        const task = findTask(request.sandbox, clientIdOf(request), taskUrn)
        return task === undefined ? undefined : describeTask(task)
      }),
  },
}

function checkTaskUrn(text: string): string {
  if (/^urn:li:simpleJobPostingTask:[\w-]+$/.test(text)) return text
  throw new Refusal(400, 'wrong-key', 'Batch key parameter value is invalid')
}

function describeTask(task: JobPostingTask) {
  return {
    id: task.taskUrn,
    status: task.status,
    externalJobPostingId: task.externalJobPostingId,
    ...(task.jobPosting === null ? {} : { jobPosting: task.jobPosting }),
    ...(task.errorMessage === null ? {} : { errorMessage: task.errorMessage }),
  }
}
