import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddCandidateDialog } from '../applications/AddCandidateDialog.tsx'
import { ActivateDialog } from './ActivateDialog.tsx'
import { CloseJobDialog } from './CloseJobDialog.tsx'
import classes from './jobs.module.css'
import type { Job } from './jobs.shapes.ts'

/** One filled button: what comes next for this job. */
export function JobActions({ job, activation }: { job: Job; activation?: ReactNode }) {
  const { t } = useTranslation('jobs')
  const [open, setOpen] = useState<'activate' | 'add' | 'close'>()
  const shut = () => setOpen(undefined)
  const { permissions } = job
  const mayAdd = permissions.addProspects || permissions.addApplicants
  return (
    <>
      {permissions.activate ? (
        <Button aria-haspopup="dialog" onClick={() => setOpen('activate')}>
          {t('activate.button')}
        </Button>
      ) : null}
      {mayAdd ? (
        <Button aria-haspopup="dialog" onClick={() => setOpen('add')}>
          <IconPlus size={15} aria-hidden />
          <span className={classes.addWord}>{t('addCandidate')}</span>
        </Button>
      ) : null}
      {permissions.close ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('moreActions')}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item aria-haspopup="dialog" onClick={() => setOpen('close')}>
              {t('close.button')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <ActivateDialog job={job} notes={activation} opened={open === 'activate'} onClose={shut} />
      <AddCandidateDialog job={job} opened={open === 'add'} onClose={shut} />
      <CloseJobDialog job={job} opened={open === 'close'} onClose={shut} />
    </>
  )
}
