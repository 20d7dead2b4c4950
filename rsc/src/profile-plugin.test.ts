import { expect, test } from 'vitest'
import { describeProfilePlugin, MalformedMemberError, parseLinkedMember } from './profile-plugin.ts'

const options = {
  platformUrl: 'https://platform.linkedin.com',
  clientId: '77tulp042',
  atsCandidateId: 'cand_17',
  integrationContext: 'urn:li:organization:4102938',
  onLink: 'onLink',
  onUnlink: 'onUnlink',
}

test('the tags are those of the documentation', () => {
  expect(describeProfilePlugin(options)).toEqual({
    loader: {
      src: 'https://platform.linkedin.com/xdoor/scripts/in.js',
      text: 'api_key: 77tulp042\nextensions: HcmWidget@https://platform.linkedin.com/rsc/extensions/profile-widget',
    },
    placeholder: {
      type: 'IN/HcmWidget',
      attributes: {
        'data-widget-type': 'ATS',
        'data-ats-candidate-id': 'cand_17',
        'data-integration-context': 'urn:li:organization:4102938',
        'data-show-unlink-url': 'true',
        'data-confirm-unlink': 'true',
        'data-onlink': 'onLink',
        'data-onunlink': 'onUnlink',
        'data-width': '800',
      },
    },
  })
})

test('the look-up holds what is known and nothing else', () => {
  const lookup = {
    member: 'urn:li:person:Kq7',
    notMembers: [],
    firstName: 'Saskia',
    emails: ['a@b.example', 'c@d.example'],
  }
  const { attributes } = describeProfilePlugin({ ...options, lookup }).placeholder
  expect(Object.entries(attributes).filter(([name]) => name.startsWith('data-lookup-'))).toEqual([
    ['data-lookup-member', 'urn:li:person:Kq7'],
    ['data-lookup-first-name', 'Saskia'],
    ['data-lookup-emails', 'a@b.example,c@d.example'],
  ])
})

test('the callbacks bring a person URN', () => {
  expect(parseLinkedMember('urn:li:person:Kq7TzXw2Lm')).toBe('urn:li:person:Kq7TzXw2Lm')
  for (const argument of [undefined, '', 'Kq7TzXw2Lm', ['urn:li:person:Kq7TzXw2Lm'], 'urn:li:seat:1']) {
    expect(() => parseLinkedMember(argument)).toThrow(MalformedMemberError)
  }
})
