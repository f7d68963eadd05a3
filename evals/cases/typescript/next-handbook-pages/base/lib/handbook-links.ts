const encode = (page: string): string => page.split('/').map(encodeURIComponent).join('/');

export const pageLink = (page: string): string => `/handbook/${encode(page)}`;
