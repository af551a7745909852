(() => {
  "use strict";
  const form = document.getElementById("rule");
  const help = document.getElementById("help");
  const reason = document.getElementById("reason");
  const one = (selector) => document.querySelector(selector);

  document.querySelector(".keys").hidden = false;

  const usual = () => {
    const chosen = one("input[name=action]:checked");
    if (reason && chosen) reason.placeholder = chosen.dataset.usual;
  };

  const goOn = () => {
    const chosen = one("input[name=action]:checked");
    if (!chosen) return;
    usual();
    if ("needsClaim" in chosen.dataset && !one("input[name=claim]:checked") && chosen.value !== "repair") {
      one("input[name=claim]").focus();
    } else if (chosen.value === "repair" && !one("input[name=reading]:checked")) {
      const reading = one("input[name=reading]");
      if (reading) reading.checked = true;
      (reading || one("input[name=low]")).focus();
    } else {
      reason.focus();
    }
  };

  const choose = (input) => {
    if (!input) return false;
    input.checked = true;
    goOn();
    return true;
  };

  const follow = (name) => {
    const link = one(`a[data-nav="${name}"]`);
    if (link) link.click();
    return Boolean(link);
  };

  const act = (key) => {
    if (key === "?") {
      if (help.open) help.close();
      else help.showModal();
      return true;
    }
    if (key === "n" || key === "p") return follow(key);
    if (key === "u") {
      const undo = one("form[data-undo]");
      if (undo) undo.requestSubmit();
      return Boolean(undo);
    }
    if (/^[1-9]$/.test(key)) return choose(one(`input[data-key="${key}"]`));
    if (/^[a-m]$/.test(key)) return choose(one(`input[data-claim="${key}"]`));
    return false;
  };

  const writes = (target) =>
    target.matches("select, textarea, input:not([type=radio]):not([type=hidden])");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && document.activeElement !== document.body) {
      document.activeElement.blur();
      return;
    }
    if (writes(event.target)) return;
    if (help.open && event.key !== "?") return;
    if (act(event.key)) event.preventDefault();
  });

  if (form) {
    form.addEventListener("change", usual);
    // A second press of the button sends nothing; the ruling's id would make it harmless too.
    let sent = false;
    form.addEventListener("submit", (event) => {
      if (sent) event.preventDefault();
      sent = true;
    });
    addEventListener("pageshow", () => (sent = false));
  }
})();
