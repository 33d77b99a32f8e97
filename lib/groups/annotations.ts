/** Marks of a field: what it is to the portal, or how it is to be treated. */
export const ANNOTATIONS = ['username', 'password', 'ldapid', 'email', 'readonly', 'personal-data'] as const
export type Annotation = (typeof ANNOTATIONS)[number]

/** Marks that make a field a part of the portal account or the address of mails: on contacts only, once in a data model. */
export const SINGLE_ANNOTATIONS = ['username', 'password', 'ldapid', 'email'] as const satisfies readonly Annotation[]
export type SingleAnnotation = (typeof SINGLE_ANNOTATIONS)[number]
