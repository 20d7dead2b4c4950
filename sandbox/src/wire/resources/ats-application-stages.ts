import { applicationStageSchema } from '@lodestone/rsc/ats-application-stages'
import { putStage, removeStage } from '../../behaviours/application-parts.ts'
import { readApplicationPlace } from './part-places.ts'
import { describeParts } from './part-resource.ts'

export const atsApplicationStages = describeParts({
  path: 'atsApplications/{}/stages',
  quotaName: 'atsApplicationStages',
  schema: applicationStageSchema,
  readPlace: readApplicationPlace,
  put: putStage,
  remove: removeStage,
})
