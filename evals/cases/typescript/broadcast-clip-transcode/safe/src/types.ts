export interface TranscodeJob {
  /** UUID, also the name of the uploaded file. */
  clipId: string;
  title: string;
  /** kbit/s */
  bitrate: number;
}
