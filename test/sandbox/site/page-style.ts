import type { PageVariant } from './variant.ts';

/** Look of the pages: a finance site of about 2017, light, without anything from elsewhere. */
const lightStyle = `
*{box-sizing:border-box}
body{margin:0;font:14px/1.43 "PT Sans","Segoe UI","Helvetica Neue",Arial,sans-serif;color:#333;background:#f4f6f8}
a{color:#1c6fb8;text-decoration:none}a:hover{text-decoration:underline}
h1{font-size:26px;font-weight:400;margin:6px 0 18px;color:#22303c}
h3{font-size:17px;font-weight:600;margin:0}
#wrapper{padding-left:250px;min-height:100vh}
#wrapper.bare{padding-left:0}
#sidebar-wrapper{position:fixed;inset:0 auto 0 0;width:250px;background:#22303c;overflow:auto}
.brand{display:block;padding:22px 24px 18px;font-size:25px;font-weight:700;letter-spacing:-.5px;color:#fff}
.brand:hover{text-decoration:none}
.sidebar-nav{list-style:none;margin:0;padding:0}
.sidebar-nav a{display:block;padding:9px 24px;color:#b8c4ce}
.sidebar-nav a:hover{background:#2c3d4b;color:#fff;text-decoration:none}
.sidebar-nav .active a{background:#1a2530;color:#fff;box-shadow:inset 3px 0 #38b27b}
#page-content-wrapper{padding:18px 26px 40px}
.user-bar{text-align:right;color:#66757f;font-size:13px}
.user-name{font-weight:600;color:#333;margin-right:8px}
.panel{background:#fff;border:1px solid #dde3e8;border-radius:4px;padding:16px 18px;margin-bottom:18px}
.fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:12px 22px}
.control-label{display:block;font-size:12px;font-weight:600;color:#66757f;margin-bottom:4px}
.controls{display:flex;flex-wrap:wrap;gap:4px 8px}
.form-control{flex:1 1 80px;min-width:0;height:30px;padding:4px 8px;border:1px solid #c5ced6;border-radius:3px;font:inherit;background:#fff}
.tick{font-size:13px;white-space:nowrap}
.actions{margin-top:14px}
.btn{display:inline-block;border:1px solid transparent;border-radius:3px;padding:5px 14px;font:inherit;cursor:pointer}
.btn:hover{text-decoration:none;filter:brightness(.95)}
.btn-primary{background:#38b27b;border-color:#2fa06d;color:#fff}
.btn-default{background:#fff;border-color:#c5ced6;color:#333}
.btn-xs{padding:1px 9px;font-size:12px;line-height:1.6}
.heading{display:flex;align-items:center;gap:18px;margin-bottom:8px}
.sizes{margin-left:auto;font-size:13px;color:#66757f}.sizes .active{font-weight:700;color:#333}
.wheel{position:relative}
.wheel-menu{position:absolute;right:0;top:36px;z-index:20;background:#fff;border:1px solid #c5ced6;border-radius:4px;box-shadow:0 6px 18px rgba(0,0,0,.15);padding:10px 14px;width:270px;max-height:420px;overflow:auto}
.wheel-menu ul{list-style:none;margin:0 0 10px;padding:0}.wheel-menu li{display:flex;justify-content:space-between;padding:2px 0}
.js-up{border:0;background:none;color:#8896a0;cursor:pointer}
.table-responsive{background:#fff;border:1px solid #dde3e8;border-radius:4px;overflow-x:auto}
.table{width:100%;border-collapse:collapse}
.table th,.table td{padding:7px 10px;text-align:left;vertical-align:middle;border-top:1px solid #e8edf1}
.table thead th{border-top:0;border-bottom:2px solid #dde3e8;font-size:12px;font-weight:600;color:#66757f;vertical-align:bottom}
.offer>td{white-space:nowrap}
.table-hover .offer:hover{background:#f2f8fd;cursor:pointer}
.text-right{text-align:right!important;font-variant-numeric:tabular-nums}
.cost-cell{text-align:right!important;white-space:nowrap}
.item-cost{font-weight:600;font-variant-numeric:tabular-nums}
.pick{margin-right:8px}.picked{opacity:.6}
.rating{display:inline-block;min-width:30px;padding:1px 6px;border-radius:3px;text-align:center;font-size:12px;font-weight:700;color:#fff;background:#8896a0}
.rating-aa{background:#1e8e5a}.rating-a{background:#38b27b}.rating-b{background:#7cb342}.rating-c{background:#c0a020}
.rating-d{background:#e09b20}.rating-e{background:#e67e22}.rating-f{background:#d9534f}.rating-hr{background:#a93226}
.flag{display:inline-block;width:16px;height:11px;margin-right:6px;border:1px solid #d5dbe0;vertical-align:-1px}
.flag-ee{background:linear-gradient(#0072ce 33%,#000 33% 66%,#fff 66%)}
.flag-fi{background:linear-gradient(90deg,transparent 30%,#003580 30% 48%,transparent 48%),linear-gradient(#fff 38%,#003580 38% 62%,#fff 62%)}
.flag-es{background:linear-gradient(#aa151b 25%,#f1bf00 25% 75%,#aa151b 75%)}
.flag-nl{background:linear-gradient(#ae1c28 33%,#fff 33% 66%,#21468b 66%)}
.flag-sk{background:linear-gradient(#fff 33%,#0b4ea2 33% 66%,#ee1c25 66%)}
.dot{display:inline-block;width:8px;height:8px;border-radius:50%;margin-right:6px;background:#8896a0}
.dot-green{background:#38b27b}.dot-yellow{background:#e0b020}.dot-red{background:#d9534f}
.detail-row>td{background:#fafbfc;padding:12px 18px 18px!important}
.nav-tabs{display:flex;gap:2px;list-style:none;margin:0 0 12px;padding:0;border-bottom:1px solid #dde3e8}
.nav-tabs a{display:block;padding:6px 14px;border:1px solid transparent;border-bottom:0}
.nav-tabs .active a{background:#fff;border-color:#dde3e8;color:#333;border-radius:3px 3px 0 0;margin-bottom:-1px}
.tab-pane{display:none}.tab-pane.active{display:block}
.facts{display:grid;grid-template-columns:max-content auto;gap:4px 22px;margin:0}.facts dt{color:#66757f}.facts dd{margin:0}
.tab-pane .table{max-width:640px;font-size:13px}.tab-pane .table td,.tab-pane .table th{padding:3px 10px;text-align:right}
.tab-pane .table td:first-child,.tab-pane .table th:first-child{text-align:left}
tr.past.green td{background:#eef8f2}tr.past.red td{background:#fdf0ef}tr.total td{font-weight:700}
.pagination{display:flex;list-style:none;margin:16px 0 0;padding:0}
.pagination a,.pagination span{display:block;padding:5px 12px;border:1px solid #dde3e8;margin-left:-1px;background:#fff}
.pagination .active a{background:#1c6fb8;border-color:#1c6fb8;color:#fff}
.loading{padding:40px;text-align:center;color:#8896a0}
.consent{max-width:520px;margin:60px auto;background:#fff;border:1px solid #dde3e8;border-radius:6px;padding:30px 36px}
.consent .brand{padding:0 0 16px;color:#22303c}.consent h1{font-size:21px}
.consent ul{list-style:none;padding:0;margin:16px 0;border-top:1px solid #e8edf1}
.consent li{border-bottom:1px solid #e8edf1;padding:9px 2px}.consent label{display:flex;gap:10px;align-items:baseline}
.consent small{display:block;color:#66757f}
.consent .form-control{width:100%;margin-bottom:10px}
.markup{width:64px;display:inline-block}.sale-state{color:#66757f}
.overview{display:flex;flex-wrap:wrap;gap:14px 40px}.overview dt{color:#66757f;font-size:13px}.overview dd{margin:0;font-size:22px}
.period{display:flex;flex-wrap:wrap;gap:10px;align-items:end}.period>div{display:flex;gap:8px}
#cashflow-content{overflow-x:auto}#cashflow-content td,#cashflow-content th{text-align:right;white-space:nowrap}
#cashflow-content th{white-space:normal}#cashflow-content td:first-child,#cashflow-content th:first-child{text-align:left}
@media (max-width:820px){#wrapper{padding-left:0}#sidebar-wrapper{position:static;width:auto}}
`;

/** The same at night. The real site has no such look; it shows what is laid over a dark page. */
const darkStyle = `
:root{color-scheme:dark;--cost:#2b3640}
body{color:#d5dce2;background:#12181e}
a{color:#6db3f2}h1,.user-name,.sizes .active{color:#e8edf1}
.panel,.table-responsive,.wheel-menu,.form-control,.btn-default,.pagination a,.pagination span,.nav-tabs .active a,.consent{background:#1b242c;border-color:#34424e;color:#d5dce2}
.table th,.table td{border-color:#2b3640}.table thead th{border-color:#34424e;color:#9aa9b5}
.table-hover .offer:hover{background:#22303c}
.detail-row>td{background:#161e25}.nav-tabs{border-color:#34424e}
tr.past.green td{background:#173126}tr.past.red td{background:#3a1f1f}
.control-label,.user-bar,.sizes,.facts dt,.overview dt,.sale-state{color:#9aa9b5}
.consent .brand{color:#e8edf1}.consent ul,.consent li{border-color:#34424e}
`;

/** The style sheet of a page in one of its looks. */
export function writePageStyle(look: PageVariant['look']): string {
  switch (look) {
    case 'light':
      return lightStyle;
    case 'dark':
      return lightStyle + darkStyle;
    case 'system':
      return `${lightStyle}@media (prefers-color-scheme:dark){${darkStyle}}`;
  }
}
