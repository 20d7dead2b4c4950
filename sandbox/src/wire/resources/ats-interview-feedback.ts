import { interviewFeedbackSchema } from '@lodestone/rsc/ats-interview-feedback'
import { putInterviewFeedback, removeInterviewFeedback } from '../../behaviours/application-parts.ts'
import { readApplicationPlace } from './part-places.ts'
import { describeParts } from './part-resource.ts'

export const atsInterviewFeedback = describeParts({
  path: 'atsApplications/{}/interviewFeedback',
  quotaName: 'atsInterviewFeedback',
  schema: interviewFeedbackSchema,
  readPlace: readApplicationPlace,
  put: putInterviewFeedback,
  remove: removeInterviewFeedback,
})
