/** Where the rider stands, in WGS 84 degrees. */
export interface NearQuery {
  lat?: number;
  lng?: number;
}

export const hasPosition = (near: NearQuery): near is Required<NearQuery> =>
  near.lat !== undefined && near.lng !== undefined;
