namespace FlowLab.Host.Reports;

/// <summary>The page's style sheet: light and dark after the reader's setting, always light on paper.</summary>
internal static class ReportStyle
{
    public const string Css =
        """
        :root{--paper:#fff;--ink:#1c2127;--soft:#5c6670;--line:#d9dee3;--shade:#f5f7f9;--good:#e9f5ee;--alarm:#b3261e;color-scheme:light dark}
        @media (prefers-color-scheme:dark){@media screen{:root{--paper:#15191e;--ink:#e6eaee;--soft:#9aa5b0;--line:#343c45;--shade:#1d232a;--good:#183326;--alarm:#ff8a80}}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:28px 32px 64px;max-width:1320px;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        h1{font-size:27px;line-height:1.2;margin:0 0 4px;letter-spacing:-.01em}
        h2{font-size:19px;margin:38px 0 10px;padding-top:10px;border-top:1px solid var(--line)}
        h3{font-size:15px;margin:22px 0 6px}
        p{margin:6px 0;max-width:80em}
        .lead{color:var(--soft);margin:0 0 16px}.note,figcaption,caption{color:var(--soft);font-size:13px}.alarm{color:var(--alarm)}
        a{color:inherit}nav a{margin-right:18px;color:var(--soft);font-size:13px}
        dl.environment{display:grid;grid-template-columns:max-content 1fr;gap:1px 20px;margin:14px 0;padding:12px 16px;background:var(--shade);border-radius:8px;font-size:13px}
        @media (max-width:600px){body{padding:16px 12px 48px}dl.environment{grid-template-columns:1fr}dl.environment dd{margin-bottom:6px}}
        dl.environment dt{color:var(--soft)}dl.environment dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}
        caption{text-align:left;padding:0 0 6px}
        table.numbers th,table.numbers td{padding:3px 14px 3px 0;text-align:right;white-space:nowrap}
        table.numbers th.text,table.numbers td.text{text-align:left}
        table.numbers td.message{white-space:normal;text-align:left;min-width:12em}
        table.numbers thead th{border-bottom:1.5px solid var(--ink);font-weight:600}
        table.numbers thead{border-top:1.5px solid var(--ink)}
        table.numbers tbody{border-bottom:1.5px solid var(--ink)}
        table.numbers tbody th{font-weight:400}
        table.numbers tr.first>*{border-top:1px solid var(--line)}
        table.numbers td.best{font-weight:700}table.numbers td.failed{color:var(--alarm);font-weight:400}table.numbers td.missing{white-space:normal;color:var(--soft)}
        table.figure{border-spacing:0;width:100%;table-layout:fixed}
        table.figure th{font-weight:600;font-size:13px;padding:2px 3px;text-align:center}
        table.figure thead th.group{border-bottom:1px solid var(--ink)}
        table.figure th.row{text-align:left;vertical-align:middle;overflow-wrap:anywhere}
        table.figure td{padding:3px;vertical-align:top}
        table.figure .gap{width:10px;padding:0;min-width:0}table.figure th.target{vertical-align:bottom}
        table.figure img{display:block;width:100%;height:auto;border-radius:2px}
        table.figure figure{margin:0}table.figure figcaption{font-size:10.5px;line-height:1.3;padding-top:2px;text-align:center}
        svg.chart{display:block;flex:none;max-width:100%;height:auto}.wide>svg.chart{max-width:none}.panels{display:flex;flex-wrap:wrap}
        figure.chart{margin:12px 0}
        .pictures{display:flex;flex-wrap:wrap;gap:14px 28px;align-items:flex-start}.pictures figure{margin:0;max-width:100%;min-width:20em}
        .pictures img{display:block;max-width:100%;height:auto;image-rendering:pixelated}
        details{margin:10px 0}summary{cursor:pointer;color:var(--soft);font-size:13px}
        pre{background:var(--shade);border-radius:8px;padding:12px 16px;overflow-x:auto;font:12px/1.45 ui-monospace,"DejaVu Sans Mono",monospace}
        @media (max-width:640px){body{padding:16px 14px 40px}dl.environment{display:block}dl.environment dd{margin:0 0 6px}.panels{justify-content:center}}
        @media print{.wide{overflow:visible}body{padding:0;max-width:none;font-size:11px}nav,details:not([open]){display:none}h2{break-after:avoid}tr,figure,.panel{break-inside:avoid}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """;
}
