const encode = (page: string): string => page.split('/').map(encodeURIComponent).join('/');

export const pageLink = (page: string): string => `/handbook/${encode(page)}`;

export const sourceLink = (page: string): string => `/api/handbook/${encode(page)}.md`;
