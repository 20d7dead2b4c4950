import '@mantine/core/styles/Radio.layer.css'
import { Radio, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Section } from '../../ui/Section.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './set-up.module.css'
import type { SetUp } from './set-up.shapes.ts'
import { keepSetUp } from './set-up-query.tsx'

type Settings = NonNullable<SetUp['settings']>

/** What is chosen here and told to LinkedIn. */
export function SetUpSettings({ settings }: { settings: Settings }) {
  const { t } = useTranslation('set-up')
  const jobs = useSaved((jobVisibility: Settings['jobVisibility']) =>
    answer(api.linkedin['set-up']['job-visibility'].$put({ json: { jobVisibility } })),
  )
  const viewers = useSaved((indicatorViewers: Settings['indicatorViewers']) =>
    answer(api.linkedin['set-up']['indicator-viewers'].$put({ json: { indicatorViewers } })),
  )
  return (
    <Section title={t('settings.title')}>
      <Choice
        name="jobVisibility"
        options={['private', 'public']}
        value={jobs.variables && jobs.isPending ? jobs.variables : settings.jobVisibility}
        error={jobs.error}
        onChoose={jobs.mutate}
      />
      <Choice
        name="indicatorViewers"
        options={['everyone', 'team']}
        value={viewers.variables && viewers.isPending ? viewers.variables : settings.indicatorViewers}
        error={viewers.error}
        onChoose={viewers.mutate}
      />
    </Section>
  )
}

function useSaved<Value extends string>(save: (value: Value) => Promise<SetUp>) {
  const { t } = useTranslation('ui')
  return useMutation({
    mutationFn: save,
    onSuccess: setUp => {
      keepSetUp(setUp)
      showToast({ message: t('saved') })
    },
  })
}

interface ChoiceProps<Value extends string> {
  name: 'jobVisibility' | 'indicatorViewers'
  options: readonly Value[]
  value: Value
  error: unknown
  onChoose: (value: Value) => void
}

function Choice<Value extends string>({ name, options, value, error, onChoose }: ChoiceProps<Value>) {
  const { t } = useTranslation('set-up')
  const wordProblem = useProblemWords()
  return (
    <Radio.Group
      className={classes.choice ?? ''}
      name={name}
      label={t(`settings.${name}.label`)}
      value={value}
      error={error ? wordProblem(error) : undefined}
      onChange={chosen => {
        const option = options.find(one => one === chosen)
        if (option) onChoose(option)
      }}
    >
      <Stack gap={8} mt={8}>
        {options.map(option => (
          <Radio
            key={option}
            value={option}
            label={t(`settings.${name}.${option}.label`)}
            description={t(`settings.${name}.${option}.hint`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
