export const NAME_LENGTH = 200
export const EXTERNAL_LENGTH = 200
export const LOGIN_LENGTH = 200
