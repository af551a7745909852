(() => {
  "use strict";
  const form = document.getElementById("filters");
  if (!form) return;
  const findings = [...document.querySelectorAll("[data-finding]")];
  const words = new Map(findings.map((item) => [item, item.textContent.toLowerCase()]));
  const shown = document.getElementById("shown");
  const more = document.getElementById("more");

  const passes = (item, wanted, text) =>
    wanted.every(([name, value]) => item.dataset[name].split(" ").includes(value)) &&
    (!text || words.get(item).includes(text));

  const apply = () => {
    const wanted = [...form.querySelectorAll("select")]
      .filter((select) => select.value)
      .map((select) => [select.name, select.value]);
    const text = form.elements.words.value.trim().toLowerCase();
    let count = 0;
    for (const item of findings) {
      item.hidden = !passes(item, wanted, text);
      count += item.hidden ? 0 : 1;
    }
    if (more && (text || wanted.length)) more.open = true;
    shown.textContent = `${count} of ${findings.length} shown`;
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const folded = target.closest("details:not([open])");
    if (!target.hidden && !folded) return;
    if (folded) folded.open = true;
    if (target.hidden) {
      form.reset();
      apply();
    }
    target.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("hashchange", reveal);
  apply();
  reveal();
})();
