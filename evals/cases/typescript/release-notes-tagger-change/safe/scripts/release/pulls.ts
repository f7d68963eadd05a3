import { Octokit } from '@octokit/rest';

export interface MergedPull {
  number: number;
  title: string;
  author: string;
}

const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN });
const [owner, repo] = (process.env.GITHUB_REPOSITORY ?? '').split('/');

export async function mergedSince(date: string): Promise<MergedPull[]> {
  const pulls = await octokit.paginate(octokit.rest.pulls.list, {
    owner,
    repo,
    state: 'closed',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  });
  return pulls
    .filter((p) => p.merged_at && p.merged_at > date)
    .map((p) => ({ number: p.number, title: p.title, author: p.user?.login ?? 'ghost' }));
}
