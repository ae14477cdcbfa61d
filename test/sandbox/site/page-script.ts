/**
 * The page's own script, in the manner of the site's jQuery: it opens detail rows, switches tabs, keeps the
 * columns in a cookie, and where the page is set to it loads tables by itself and moves with pushState.
 */
export const pageScript = `
(function () {
  var content = document.querySelector('.list-content');
  var byScript = document.body.dataset.loading === 'ajax';

  function toggle(element) {
    element.style.display = element.style.display === 'none' ? '' : 'none';
  }
  function load(address, push) {
    var url = new URL(address, location.href);
    url.pathname = url.pathname.replace(/\\/$/, '') + '/list';
    return fetch(url, { headers: { __RequestVerificationToken: 'sandbox' } })
      .then(function (response) { return response.text(); })
      .then(function (html) {
        content.innerHTML = html;
        if (push) history.pushState(null, '', address);
      });
  }
  function go(address) {
    if (byScript && content) load(address, true);
    else location.assign(address);
  }
  if (content && content.dataset.source === 'late') {
    setTimeout(function () { load(location.href, false); }, Number(content.dataset.late));
  }
  window.addEventListener('popstate', function () {
    if (byScript && content) load(location.href, false);
  });

  document.addEventListener('click', function (event) {
    var target = event.target;
    if (!(target instanceof Element)) return;
    var tab = target.closest('[data-tab]');
    if (tab) {
      event.preventDefault();
      var cell = tab.closest('td, .loan-details');
      cell.querySelectorAll('.nav-tabs li').forEach(function (item, at) {
        item.classList.toggle('active', String(at) === tab.dataset.tab);
      });
      cell.querySelectorAll('.tab-pane').forEach(function (pane, at) {
        pane.classList.toggle('active', String(at) === tab.dataset.tab);
      });
      return;
    }
    if (target.closest('.js-wheel')) {
      toggle(document.querySelector('.wheel-menu'));
      return;
    }
    if (target.closest('.js-up')) {
      var item = target.closest('li');
      if (item.previousElementSibling) item.parentNode.insertBefore(item, item.previousElementSibling);
      return;
    }
    var buy = target.closest('.js-buy');
    if (buy) {
      var box = buy.parentNode.querySelector('input');
      box.checked = !box.checked;
      buy.classList.toggle('picked', box.checked);
      return;
    }
    var sell = target.closest('.js-sell');
    if (sell) {
      sell.classList.toggle('picked');
      return;
    }
    var page = target.closest('a.js-page');
    if (page && byScript) {
      event.preventDefault();
      load(page.href, true);
      return;
    }
    if (target.closest('a, button, input, label')) return;
    var row = target.closest('tr.offer');
    if (row) {
      var details = row.nextElementSibling;
      while (details && !details.matches('.detail-row, .offer')) {
        details = details.nextElementSibling;
      }
      if (details && details.matches('.detail-row')) toggle(details);
    }
  });

  var cashFlow = document.getElementById('cashflow-content');
  function searchCashFlow() {
    var query = new URLSearchParams(new FormData(document.getElementById('cashflow-search')));
    fetch(cashFlow.dataset.source + '?' + query, { headers: { __RequestVerificationToken: 'sandbox' } })
      .then(function (response) { return response.text(); })
      .then(function (html) { cashFlow.innerHTML = html; });
  }
  if (cashFlow) {
    if (cashFlow.children.length === 0) searchCashFlow();
    document.getElementById('search-cashflow').addEventListener('click', searchCashFlow);
    cashFlow.addEventListener('click', function (event) {
      var month = event.target.closest('a[data-month]');
      if (!month) return;
      event.preventDefault();
      cashFlow.querySelectorAll('tr[data-of="' + month.dataset.month + '"]').forEach(toggle);
    });
  }

  var numbers = document.querySelector('.dashboard__overview-numbers');
  if (numbers && numbers.dataset.source) {
    fetch(numbers.dataset.source, { headers: { __RequestVerificationToken: 'sandbox' } })
      .then(function (response) { return response.json(); })
      .then(function (answer) {
        var list = document.createElement('dl');
        list.className = 'overview';
        answer.Stats.forEach(function (stat) {
          var box = list.appendChild(document.createElement('div'));
          box.appendChild(document.createElement('dt')).textContent = stat.Title;
          var value = box.appendChild(document.createElement('dd'));
          value.textContent = stat.Value;
          value.title = stat.ValueTooltip;
        });
        numbers.replaceChildren(list);
      });
    document.querySelector('.js-more-stats').addEventListener('click', function (event) {
      fetch(event.target.dataset.source).then(function (response) { return response.text(); }).then(function (html) {
        document.getElementById('statNumbers').innerHTML = html;
      });
    });
  }

  document.addEventListener('submit', function (event) {
    if (!event.target.matches('.js-columns')) return;
    event.preventDefault();
    var chosen = Array.from(event.target.querySelectorAll('input:checked')).map(function (box) { return box.value; });
    document.cookie = content.dataset.list + '-columns=' + chosen.join('.') + '; path=/; secure; samesite=lax';
    var address = new URL(location.href);
    address.searchParams.delete('columns');
    if (byScript && content) load(address.href, false);
    else location.assign(address.href);
  });
})();
`;
