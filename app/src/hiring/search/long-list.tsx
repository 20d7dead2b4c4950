import classes from './long-list.module.css'

/** For a Select with many options: the list itself scrolls, which assistive technology expects of a list of options. */
export const longList = { withScrollArea: false, classNames: { options: classes.options ?? '' } }
