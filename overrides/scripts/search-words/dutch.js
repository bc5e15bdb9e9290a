/**
 * Dutch endings that the stemmer leaves: loonsancties, plannen and huizen, and what somebody does or has done (betaalt,
 * betaald). What is left need not be a word: it only has to be the same for all that belongs together.
 */

/** Before the stemmer, which knows no plural in -s after a vowel. @param {string} word */
export const before = (word) => word.replace(/(?<=...)'?s$/, "");

/** After the stemmer. @param {string} stem */
export const after = (stem) =>
  stem
    .replace(/([^aeiou])\1$/, "$1")
    .replace(/(?<=[aeiou]{2}[^aeiou])[dt]$/, "")
    .replace(/([aeou])\1(?=[^aeiou]$)/, "$1")
    .replace(/(?<=...)[sz]$/, "")
    .replace(/v$/, "f");
