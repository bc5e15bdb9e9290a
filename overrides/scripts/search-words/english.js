/** English endings that the stemmer of lunr leaves. */

/** Before the stemmer, which knows no possessive. @param {string} word */
export const before = (word) => word.replace(/['’]s?$/, "");

/** After the stemmer: nothing is left to do. @param {string} stem */
export const after = (stem) => stem;
