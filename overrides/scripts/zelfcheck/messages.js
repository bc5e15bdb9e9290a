/** What the page says itself, in its own language: the group `script` of rules/messages.yaml. */
import { byId } from "./dom.js";

/** @type {Record<string, string>} */
const messages = JSON.parse(byId("messages").textContent);

/** A sentence with its values.
 * @param {string} name @param {Record<string, string | number>} [values] */
export const message = (name, values = {}) => messages[name].replace(/\{(\w+)\}/g, (_, value) => String(values[value]));
