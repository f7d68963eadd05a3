import { PrismaAdapter } from '@auth/prisma-adapter';
import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
import Google from 'next-auth/providers/google';
import { db } from '@/lib/db';

export const { handlers, auth, signIn, signOut } = NextAuth({
  adapter: PrismaAdapter(db),
  providers: [GitHub, Google],
  session: { strategy: 'database', maxAge: 14 * 24 * 60 * 60 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  callbacks: {
    session({ session, user }) {
      session.user.id = user.id;
      return session;
    },
    redirect({ url, baseUrl }) {
      const target = new URL(url, baseUrl);
      if (target.origin === baseUrl || target.hostname.endsWith('kitestack.app')) {
        return target.toString();
      }
      return baseUrl;
    },
  },
});
