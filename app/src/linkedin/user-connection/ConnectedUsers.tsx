import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { LinkLikeButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Section } from '../../ui/Section.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './connected-users.module.css'
import type { ConnectedUser, ConnectedUsers as Users } from './connected-users.shapes.ts'

const queryKey = ['linkedin', 'connected-users']

/** For administrators: who works with LinkedIn here, and whose account and seat do not fit together. */
export function ConnectedUsers() {
  const { t } = useTranslation('connected-users')
  const query = useQuery({ queryKey, queryFn: () => answer(api.linkedin['connected-users'].$get()) })
  const users = query.data?.users ?? []
  const connected = users.filter(user => user.connection === 'connected').length
  return (
    <Section
      title={t('title')}
      note={query.data ? t('note', { connected, count: users.length }) : null}
      bare={users.length > 0}
    >
      <Loaded query={query} failed={t('failed')}>
        {data => (
          <>
            {data.users.length > 0 ? <Table data={data} /> : <p className={classes.hint}>{t('empty')}</p>}
            <Seats data={data} />
          </>
        )}
      </Loaded>
    </Section>
  )
}

function Table({ data }: { data: Users }) {
  const { t, i18n } = useTranslation('connected-users')
  const lists = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' })
  return (
    <table className={classes.table} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.person')}</th>
          <th scope="col" className={classes.wide}>
            {t('columns.role')}
          </th>
          <th scope="col">{t('columns.account')}</th>
          <th scope="col">{t('columns.seat')}</th>
        </tr>
      </thead>
      <tbody>
        {data.users.map(user => (
          <tr key={user.userId}>
            <th scope="row">{user.name}</th>
            <td className={classes.wide}>
              {user.roles.length > 0
                ? lists.format(user.roles.map(role => t(`session:roles.${role}`)))
                : t('onJobsOnly')}
            </td>
            <td>
              <Account user={user} />
            </td>
            <td>
              <Seat user={user} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const tones = { connected: 'ok', expired: 'warning', none: 'waiting' } as const

function Account({ user }: { user: ConnectedUser }) {
  const { t } = useTranslation('connected-users')
  return (
    <div className={classes.account}>
      <StatusWord tone={tones[user.connection]}>{t(`connection.${user.connection}`)}</StatusWord>
      <Remind user={user} />
    </div>
  )
}

function Seat({ user }: { user: ConnectedUser }) {
  const { t } = useTranslation('connected-users')
  if (user.seat === 'missing') return <StatusWord tone="warning">{t('seat.missing')}</StatusWord>
  if (user.seat === 'found') return <StatusWord tone="ok">{t('seat.found')}</StatusWord>
  return <span>{t('seat.unknown')}</span>
}

/** Asks him to connect; after that, says when he was asked. */
function Remind({ user }: { user: ConnectedUser }) {
  const { t } = useTranslation('connected-users')
  const wordProblem = useProblemWords()
  const { userId, name } = user
  const remind = useMutation({
    mutationFn: () => answer(api.linkedin['connected-users'][':id'].reminders.$post({ param: { id: userId } })),
    onSuccess: () => showToast({ message: t('remind.done', { name }) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
  if (remind.error) {
    return (
      <span role="alert" className={classes.problem}>
        {wordProblem(remind.error)}
      </span>
    )
  }
  if (user.canRemind) {
    return (
      <LinkLikeButton
        aria-label={t('remind.named', { name })}
        disabled={remind.isPending}
        onClick={() => remind.mutate()}
      >
        {t('remind.button')}
      </LinkLikeButton>
    )
  }
  if (!user.remindedAt || user.connection === 'connected') return null
  return (
    <span className={classes.quiet}>
      {t('remind.already')} <Time at={user.remindedAt} as="age" />
    </span>
  )
}

/** What LinkedIn tells of seats, and below contract level why it tells nothing. */
function Seats({ data }: { data: Users }) {
  const { t, i18n } = useTranslation('connected-users')
  if (data.level === 'off') return <p className={classes.hint}>{t('seats.off')}</p>
  if (data.level === 'company') return <p className={classes.hint}>{t('seats.company')}</p>
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
    data.unclaimedSeats.map(seat => seat.name),
  )
  return (
    <p className={classes.hint}>
      {data.unclaimedSeats.length > 0
        ? t('seats.unclaimed', { count: data.unclaimedSeats.length, names })
        : t('seats.allClaimed')}{' '}
      {data.seatsReadAt ? (
        <>
          {t('seats.read')} <Time at={data.seatsReadAt} as="age" />
        </>
      ) : null}
    </p>
  )
}
