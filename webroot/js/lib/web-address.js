/** The address when it is http or https, else null: `javascript:` and such never pass. */
export const webAddress = (address) => (/^https?:\/\//i.test(address ?? "") ? address : null);
