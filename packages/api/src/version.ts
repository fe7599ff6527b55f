/** Version of the API, semantic: the major is in the path, all of it in the header `API-Version`. */
export const apiVersion = "1.0.0";
