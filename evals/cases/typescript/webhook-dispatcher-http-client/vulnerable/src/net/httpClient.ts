import axios, { AxiosInstance } from 'axios';
import axiosRetry from 'axios-retry';

export function createHttpClient(): AxiosInstance {
  const client = axios.create({ timeout: 5000, maxRedirects: 0, maxContentLength: 64 * 1024 });
  axiosRetry(client, { retries: 3, retryDelay: axiosRetry.exponentialDelay });
  return client;
}
