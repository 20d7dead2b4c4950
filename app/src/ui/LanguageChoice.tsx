import { useTranslation } from 'react-i18next'
import { changeLanguage, languages } from './i18n/i18n.ts'
import classes from './language-choice.module.css'

/** For pages before the sign-in; afterwards the language is the user's own. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation('ui')
  return (
    <fieldset className={classes.choice}>
      <legend className="visually-hidden">{t('language.name')}</legend>
      {languages.map(language => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          className={classes.option}
          onClick={() => changeLanguage(language)}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </fieldset>
  )
}
