export const pageSection = () => '';
