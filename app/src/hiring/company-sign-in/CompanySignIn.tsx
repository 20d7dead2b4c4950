import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Section.tsx'
import { CompanyDomains } from './CompanyDomains.tsx'
import { CompanySignInForm } from './CompanySignInForm.tsx'
import classes from './company-sign-in.module.css'
import { companySignInQuery } from './company-sign-in-query.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'

/** Part of Admin > Sign-in: the issuer whose word counts here, and for which addresses. */
export function CompanySignIn() {
  const { t } = useTranslation('company-sign-in')
  const query = useQuery(companySignInQuery)
  const [removing, setRemoving] = useState(false)
  return (
    <>
      <Section title={t('title')}>
        <Loaded query={query} failed={t('failed')}>
          {state => (
            <div className={classes.part}>
              <p className={classes.hint}>{t('lead')}</p>
              <CompanySignInForm settings={state.settings} redirectUri={state.redirectUri} />
              {state.settings ? (
                <p className={classes.remove}>
                  <Button variant="default" aria-haspopup="dialog" onClick={() => setRemoving(true)}>
                    {t('remove.open')}
                  </Button>
                </p>
              ) : null}
              {removing ? <RemoveDialog onClose={() => setRemoving(false)} /> : null}
            </div>
          )}
        </Loaded>
      </Section>
      {query.data ? (
        <Section title={t('domains.title')}>
          <CompanyDomains domains={query.data.domains} ownDomain={query.data.ownDomain} />
        </Section>
      ) : null}
    </>
  )
}
