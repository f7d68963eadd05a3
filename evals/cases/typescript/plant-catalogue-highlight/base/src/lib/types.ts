export interface Plant {
  id: number;
  /** Typed in by whoever planted it; all members of the garden see it. */
  name: string;
  bed: string;
  plantedOn: string | null;
}

export interface Bed {
  id: number;
  label: string;
  sunny: boolean;
  raised: boolean;
  areaSquareMetres: number;
}

export interface Garden {
  id: number;
  slug: string;
  name: string;
  beds: Bed[];
  memberCount: number;
}

export interface SearchResult {
  plants: Plant[];
  total: number;
}

export type PlantDraft = Pick<Plant, 'name' | 'bed'> & { plantedOn?: string };
