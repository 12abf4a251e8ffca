// Inside another page some browsers let a site have its cookies only when its reader allows it, upon a press of a button.
const ask = document.getElementById("allow");
const told = document.getElementById("told");
const way = document.getElementById("way");

if (ask && told && way && document.requestStorageAccess) {
  ask.hidden = false;
  ask.addEventListener("click", async () => {
    try {
      await document.requestStorageAccess();
      location.replace(way.href);
    } catch {
      told.textContent = told.dataset.refused;
    }
  });
}
