// Leaves the rows of the table that have all words of the filter; ?q=word in the address sets it.
const filter = document.getElementById("filter");
const rows = [...document.querySelectorAll("article tbody tr")];
function apply() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(word => word);
  for (const row of rows) row.hidden = !words.every(word => row.textContent.toLowerCase().includes(word));
  document.getElementById("none").hidden = rows.some(row => !row.hidden);
}
filter.value = new URLSearchParams(location.search).get("q") ?? "";
filter.addEventListener("input", apply);
apply();
