namespace FlowLab.Host.Reports;

/// <summary>Colors of the charts, as CSS for the page and for the files that stand alone.</summary>
internal static class ChartStyle
{
    public const int Colors = 6;

    /// <summary>Okabe and Ito's palette, told apart by all kinds of color vision; markers differ as well.</summary>
    private const string Light =
        "--s0:#0072b2;--s1:#d55e00;--s2:#009e73;--s3:#a3478a;--s4:#b57f00;--s5:#3a9bd9;" +
        "--t0:#7fb8d8;--t1:#2f86b9;--t2:#0b4f7d;--t3:#06304d;--t4:#5b7f95;--t5:#9ab3c2;--chart-ink:#1c2127;--chart-soft:#5c6670;--chart-grid:#e3e7eb";

    private const string Dark =
        "--s0:#5eb8f0;--s1:#ff8c42;--s2:#3fcf9f;--s3:#e191c6;--s4:#f0c04a;--s5:#9fd6ff;" +
        "--t0:#2c6f9c;--t1:#4ea3d6;--t2:#a5d8f7;--t3:#e2f3ff;--t4:#7d97a8;--t5:#54707f;--chart-ink:#e6eaee;--chart-soft:#9aa5b0;--chart-grid:#2d343c";

    private const string Rules =
        """
        .chart text{font:11px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:var(--chart-ink)}
        .chart .tick{fill:var(--chart-soft);font-size:10px}.chart .title{font-weight:600;font-size:12px}
        .chart .grid{stroke:var(--chart-grid);stroke-width:1}.chart .frame{fill:none;stroke:var(--chart-soft);stroke-width:1}
        .chart .line{fill:none;stroke:var(--c);stroke-width:1.8;stroke-linejoin:round}.chart .bar{stroke:var(--c);stroke-width:1.4}
        .chart .mark{fill:var(--c);stroke:none}.chart .band{fill:var(--c);opacity:.18;stroke:none}
        .chart .s0{--c:var(--s0)}.chart .s1{--c:var(--s1)}.chart .s2{--c:var(--s2)}.chart .s3{--c:var(--s3)}.chart .s4{--c:var(--s4)}.chart .s5{--c:var(--s5)}
        .chart .t0{--c:var(--t0)}.chart .t1{--c:var(--t1)}.chart .t2{--c:var(--t2)}.chart .t3{--c:var(--t3)}.chart .t4{--c:var(--t4)}.chart .t5{--c:var(--t5)}
        """;

    public const string ForPage =
        ":root{" + Light + "}\n@media (prefers-color-scheme:dark){@media screen{:root{" + Dark + "}}}\n" + Rules;

    public const string ForFile = ":root{" + Light + ";background:#fff}\n" + Rules;
}
