"""What is filled in before Wipe, and all that a page still holds after it; in any browser."""

FIELDS = """const fields = () => [...document.querySelectorAll("input:not([type=file]), textarea, select")];
const fillIn = (field, text) => {
    if (field.type === "checkbox" || field.type === "radio") field.checked = true;
    else if (field.options) field.selectedIndex = field.options.length - 1;
    else field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
};"""
# Every field there is, by what it is; then what a list of clicks opens or adds.
FILL = f"""({{ clicks, texts }}) => {{
    {FIELDS}
    for (const selector of clicks) document.querySelector(selector)?.click();
    for (const [n, text] of texts) {{
        const field = fields()[n % fields().length];
        fillIn(field, text);
        field.dispatchEvent(new Event("change", {{ bubbles: true }}));
    }}
}}"""
FILL_ALL = f"""() => {{
    {FIELDS}
    for (const field of fields()) fillIn(field, "Klant 7f3");
}}"""

IS_WIPED = "() => Boolean(document.querySelector('[data-slot=wiped]')?.checkVisibility())"

# Left out are the note that says so, how far the loading came, what is unfolded in the menu, and what is wiped on the way back.
SNAPSHOT = """() => {
    const page = document.querySelector(".md-content").cloneNode(true);
    for (const each of page.querySelectorAll("progress, [data-slot=wiped]")) each.remove();
    return {
        fields: [...document.querySelectorAll(":is(input, textarea, select):not(.md-toggle)")].map(
            ({ id, name, value, checked }) => [id || name, value, checked],
        ),
        page: page.innerHTML,
        title: document.title,
        address: location.href,
        state: history.state?.form ?? null,
        local: Object.keys(localStorage).filter((key) => key !== "poortwachterwijzer.gewist"),
        session: Object.keys(sessionStorage).filter((key) => key !== "poortwachterwijzer.gewist"),
    };
}"""
