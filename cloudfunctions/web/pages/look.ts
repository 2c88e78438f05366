// The look of the mini program, in pixels: 750rpx are 375px. miniprogram/styles/tokens.wxss
const light = `
--page:#f4f5f7;--card:#fff;--ink:#14181f;--ink-2:#4d5664;--ink-3:#5f6877;--line:#e6e9ee;--brand:#1f5ad8;
--band-from:#1a4fc4;--band-to:#2c66e0;--on-brand:#fff;--brand-ink:#1a4fc0;--soft:#e9f0ff;--confirmed:#12a150;
--warn-ink:#8a4107;--warn-soft:#fff3e0;--shadow:0 1px 2px #14181f0a,0 8px 24px #14181f12;`
const dark = `
--page:#0f1216;--card:#1a1f26;--ink:#eef1f5;--ink-2:#b3bcc8;--ink-3:#98a2b0;--line:#2a313b;--brand:#2f66d4;
--band-from:#23509f;--band-to:#2d62c4;--on-brand:#fff;--brand-ink:#9cbdff;--soft:#1d2a44;--confirmed:#3ecf7a;
--warn-ink:#f3c583;--warn-soft:#2f2718;--shadow:none;`

/** The one style sheet of all pages; its hash stands in their Content-Security-Policy. */
export const look = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box;margin:0}
body{min-height:100vh;padding:16px;background:var(--page);color:var(--ink);word-break:break-word;
font:15px/1.5 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
main{max-width:420px;margin:0 auto}
@media (min-width:600px){body{padding-top:48px}}
h1,h2{font-size:inherit;font-weight:600}
a{color:var(--brand-ink)}
.card{overflow:hidden;border-radius:20px;background:var(--card);box-shadow:var(--shadow)}
.band{position:relative;min-height:108px;padding:32px 16px 56px;color:var(--on-brand);font-size:13px;
background:linear-gradient(120deg,var(--band-from),var(--band-to))}
.slot{position:absolute;top:12px;left:50%;width:52px;height:9px;margin-left:-26px;border-radius:9px;
background:var(--page);box-shadow:inset 0 1.5px 2px #0000003d}
.portrait{position:relative;overflow:hidden;width:76px;height:76px;margin:-42px 0 0 16px;border:4px solid var(--card);
border-radius:50%;background:var(--soft);color:var(--brand-ink);font-size:26px;font-weight:600;line-height:68px;text-align:center}
.portrait img{position:absolute;top:0;left:0;width:100%;height:100%;object-fit:cover}
.person{padding:8px 16px 16px}
.name{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 8px;font-size:22px;line-height:1.3}
.alias{line-height:1.6;color:var(--ink-3);font-size:13px;font-weight:400}
.position{margin-top:2px;color:var(--ink-2)}
.place{margin-top:12px;padding:12px 0 0;border-top:1px solid var(--line);color:var(--ink-2);font-size:13px;list-style:none}
.place li+li{margin-top:6px}
.place b{color:var(--ink);font-weight:600}
.tags{display:flex;flex-wrap:wrap;gap:4px;margin-top:8px;padding:0;list-style:none}
.tags li{padding:2px 9px;border-radius:24px;background:var(--soft);color:var(--brand-ink);font-size:12px}
.foot{display:flex;flex-wrap:wrap;align-items:center;gap:2px 6px;padding:12px 16px;border-top:1px solid var(--line);color:var(--ink-3);
font-size:12px;font-variant-numeric:tabular-nums}
.foot::before{content:"";flex:none;width:7px;height:7px;border-radius:50%;background:var(--confirmed)}
.foot span{max-width:calc(100% - 13px)}
.foot .id{margin-left:auto;text-align:right}
.group{margin-top:16px;padding:4px 16px}
.group h2{padding:12px 0 4px}
dl div{display:flex;gap:16px;justify-content:space-between;padding:12px 0;border-top:1px solid var(--line)}
dl div:first-child{border-top:0}
dt{flex:none;color:var(--ink-2)}
dd{text-align:right}
.why{display:block;color:var(--ink-3);font-size:13px}
.notice{margin-top:16px;padding:12px 16px;border-radius:14px;background:var(--warn-soft);color:var(--warn-ink)}
.refusal{padding:32px 20px;text-align:center;text-wrap:balance}
.refusal h1{font-size:19px;line-height:1.4}
.refusal p{margin-top:8px;color:var(--ink-2)}
.sign{width:64px;height:64px;margin:0 auto 16px;border-radius:20px;background:var(--soft);color:var(--brand-ink);
font-size:28px;font-weight:600;line-height:64px}
.button{display:block;width:100%;min-height:44px;margin-top:16px;padding:10px;border:0;border-radius:12px;
background:var(--brand);color:var(--on-brand);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
.quiet{background:none;color:var(--ink-2);font-weight:400}
:focus-visible{outline:2px solid var(--brand-ink);outline-offset:2px}
.admin{margin-top:16px;padding:0 16px;color:var(--ink-3);font-size:13px}
.admin h2{font-weight:600}
.admin p{margin-top:6px}
.admin a{font-size:12px}
footer{margin-top:16px;text-align:center;font-size:13px}
`
  .replace(/\n/g, '')
  .trim()
