import { Menu, UnstyledButton } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useRailIsNarrow } from '../../ui/RailLink.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './instance-switcher.module.css'
import { sessionQuery, useSession } from './use-session.tsx'

/** Which company, and which ATS of it, this window works in. */
export function InstanceSwitcher() {
  const { t } = useTranslation('session')
  const { instance, instances } = useSession()
  const narrow = useRailIsNarrow()
  const change = useChangeInstance()
  const face = (
    <>
      <Mark />
      <span className={narrow ? 'visually-hidden' : classes.name}>{instance.instanceName}</span>
    </>
  )
  if (instances.length < 2)
    return (
      <div className={classes.switcher} data-narrow={narrow || undefined}>
        {face}
      </div>
    )
  return (
    // Inside the rail: in the drawer of a small screen nothing outside of it can be reached.
    <Menu width={244} position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton
          className={classes.switcher}
          data-narrow={narrow || undefined}
          aria-label={t('instance.change', { name: instance.instanceName })}
        >
          {face}
          {narrow ? null : <IconSelector size={15} aria-hidden className={classes.sign} />}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('instance.choose')}</Menu.Label>
        <Menu.RadioGroup value={instance.id}>
          {instances.map(other => (
            <Menu.RadioItem key={other.id} value={other.id} closeMenuOnClick onChange={() => change(other.id)}>
              {other.instanceName}
              <span className={classes.company}>{other.name}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function useChangeInstance(): (tenantId: string) => Promise<void> {
  const { t } = useTranslation('session')
  const navigate = useNavigate()
  const wordProblem = useProblemWords()
  return async tenantId => {
    try {
      const session = await answer(api.session.instance.$post({ json: { tenantId } }))
      await navigate({ to: '/' })
      // Nothing of the former company may stay on screen.
      queryClient.removeQueries({ predicate: query => query.queryKey[0] !== 'session' })
      queryClient.setQueryData(sessionQuery.queryKey, session)
      showToast({ message: t('instance.changed', { name: session.instance.instanceName }) })
    } catch (error) {
      showToast({ message: wordProblem(error) })
    }
  }
}
