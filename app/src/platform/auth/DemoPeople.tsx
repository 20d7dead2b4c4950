import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Initials } from '../../ui/Initials.tsx'
import classes from './demo-people.module.css'

/** In the demo anyone may be anyone: choosing a person fills in the form. */
export function DemoPeople({ onChoose }: { onChoose: (email: string, password: string) => void }) {
  const { t } = useTranslation('session')
  const { data } = useQuery({ queryKey: ['demo'], queryFn: () => answer(api.demo.$get()) })
  if (!data) return null
  return (
    <section className={classes.demo} aria-labelledby="demo-people">
      <h2 id="demo-people">{t('demo.title')}</h2>
      <p className={classes.note}>{t('demo.note', { password: data.password })}</p>
      <p className={classes.note}>
        <Link to="/demo/mail">{t('demo.mail')}</Link>
      </p>
      <ul className={`plain-list ${classes.people}`}>
        {data.people.map(person => (
          <li key={person.email}>
            <UnstyledButton className={classes.person} onClick={() => onChoose(person.email, data.password)}>
              <Initials name={person.name} size={28} />
              <span className={classes.text}>
                <span className={classes.name}>{person.name}</span>
                <span className={classes.what}>{person.what}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
