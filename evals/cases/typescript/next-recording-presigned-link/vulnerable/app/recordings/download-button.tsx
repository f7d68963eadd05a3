'use client';

export function DownloadButton({ objectKey }: { objectKey: string }) {
  async function open() {
    const res = await fetch(`/api/recordings/link?key=${encodeURIComponent(objectKey)}`);
    if (!res.ok) return;
    const { url } = (await res.json()) as { url: string };
    window.location.assign(url);
  }

  return (
    <button type="button" onClick={open}>
      Download
    </button>
  );
}
