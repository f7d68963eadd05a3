import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { NextResponse, type NextRequest } from 'next/server';
import { auth } from '@/auth';
import { db } from '@/lib/db';
import { env } from '@/lib/env';

const s3 = new S3Client({ region: env.AWS_REGION });
const LINK_SECONDS = 300;

export async function GET(req: NextRequest) {
  const session = await auth();
  if (!session?.user) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }

  const requested = req.nextUrl.searchParams.get('key');
  if (!requested) {
    return NextResponse.json({ error: 'key is required' }, { status: 400 });
  }
  const recording = await db.recording.findFirst({
    where: { objectKey: requested, organisationId: session.user.organisationId },
    select: { objectKey: true },
  });
  if (!recording) {
    return NextResponse.json({ error: 'not found' }, { status: 404 });
  }
  const key = recording.objectKey;

  const command = new GetObjectCommand({
    Bucket: env.RECORDINGS_BUCKET,
    Key: key,
    ResponseContentDisposition: 'attachment',
  });
  const url = await getSignedUrl(s3, command, { expiresIn: LINK_SECONDS });

  return NextResponse.json({ url, expiresIn: LINK_SECONDS });
}
