export interface Clip {
  id: number;
  diverId: number;
  title: string;
  /** Chosen by the uploader's worker: a UUID and .mp4 */
  storedName: string;
}

export interface ClipStore {
  ofDiver(diverId: number, clipId: number): Promise<Clip | null>;
  setStill(clipId: number, still: string): Promise<void>;
}
