// While the server reads, checks or saves a spreadsheet: how far it has come, as it counts itself. Without this the page only waits.
for (const form of document.querySelectorAll("form[data-import]")) {
  form.addEventListener("submit", () => {
    const box = document.querySelector("[data-progress]");
    const [bar, words] = [box.querySelector("progress"), box.querySelector("output")];
    box.hidden = false;
    const ask = async () => {
      try {
        const answer = await fetch(box.dataset.progress, { headers: { Accept: "application/json" } });
        if (answer.status === 200) {
          const { text, done, total } = await answer.json();
          if (total > 0) {
            [bar.max, bar.value] = [total, done];
          } else {
            bar.removeAttribute("value");
          }
          words.value = total > 0 ? `${text} ${done.toLocaleString()} / ${total.toLocaleString()}` : text;
        }
      } catch {
        // The answer itself will say what is wrong.
      }
      setTimeout(ask, 300);
    };
    setTimeout(ask, 300);
  }, { once: true });
}
