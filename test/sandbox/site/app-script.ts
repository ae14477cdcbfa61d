/**
 * The script of generation C's app: it draws the menu, fetches the list of the address and puts it in after a while, moves
 * between lists and pages with pushState, and replaces the whole table when a header is clicked to sort by it.
 */
export const appScript = `
(function () {
  window.pageErrors = [];
  window.onerror = function (message) { window.pageErrors.push(String(message)); };
  window.addEventListener('unhandledrejection', function (event) { window.pageErrors.push(String(event.reason)); });

  var app = document.getElementById('app');
  var nav = document.createElement('nav');
  var main = document.createElement('main');
  var asked = 0;
  nav.className = 'css-nav';
  main.className = 'css-main';
  app.append(nav, main);

  function writeNav() {
    nav.replaceChildren();
    JSON.parse(app.dataset.lists).forEach(function (list) {
      var link = nav.appendChild(document.createElement('a'));
      var variant = new URL(location.href).searchParams.get('variant');
      link.textContent = list[1];
      link.href = '/' + app.dataset.prefix + '/' + list[0] + (variant ? '?variant=' + encodeURIComponent(variant) : '');
      if (link.pathname === location.pathname) link.className = 'css-current';
    });
  }
  function show() {
    var url = new URL(location.href);
    var mine = ++asked;
    url.pathname = url.pathname.replace(/\\/$/, '') + '/list';
    writeNav();
    fetch(url).then(function (response) { return response.text(); }).then(function (html) {
      setTimeout(function () { if (mine === asked) main.innerHTML = html; }, Number(app.dataset.late));
    });
  }
  function go(address) {
    history.pushState(null, '', address);
    show();
  }

  window.addEventListener('popstate', show);
  document.addEventListener('click', function (event) {
    var target = event.target;
    if (!(target instanceof Element)) return;
    var link = target.closest('.css-nav a, a.js-page');
    if (link) {
      event.preventDefault();
      go(link.href);
      return;
    }
    var head = target.closest('th[data-sort]');
    if (head) {
      var url = new URL(location.href);
      var column = head.dataset.sort;
      url.searchParams.set('sort', url.searchParams.get('sort') === column ? column + '.desc' : column);
      go(url.href);
      return;
    }
    if (target.closest('a, button, input, label')) return;
    var row = target.closest('tr');
    var details = row && row.nextElementSibling;
    if (details && details.cells.length > 1) details = null;
    if (details && main.contains(details)) details.hidden = !details.hidden;
  });
  show();
})();
`;
