import { get } from './client';

export interface Member {
  id: number;
  displayName: string;
  headline?: string;
  chapter: string;
  joinedAt: string;
  /** Free text from the member's settings page. */
  website?: string;
}

export const fetchMember = (id: number) => get<Member>(`/members/${id}`);
export const fetchChapter = (chapter: string) =>
  get<Member[]>(`/members?chapter=${encodeURIComponent(chapter)}`);
