export const POINT_DAY_STATES = ["open", "missing", "submitted", "queried", "validated", "all"] as const;
