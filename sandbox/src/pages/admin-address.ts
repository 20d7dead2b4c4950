export const atsTabAddress = '/talent/admin-settings/ats'
