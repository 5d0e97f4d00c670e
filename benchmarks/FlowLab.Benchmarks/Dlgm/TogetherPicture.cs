using System.Globalization;
using ScottPlot;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>Writes curves as a table and as one picture.</summary>
internal static class TogetherPicture
{
    private const int Window = 10;

    public static void Write(IReadOnlyList<TogetherCurve> curves, string folder)
    {
        File.WriteAllLines(Path.Combine(folder, "together-curves.csv"), Rows(curves));
        Multiplot page = new();
        page.AddPlots(curves.Count);
        page.Layout = new ScottPlot.MultiplotLayouts.Grid((curves.Count + 1) / 2, 2);
        for (int i = 0; i < curves.Count; i++)
            Draw(page.GetPlot(i), curves[i]);
        page.SavePng(Path.Combine(folder, "together-curves.png"), 1100, 380 * ((curves.Count + 1) / 2));
    }

    private static IEnumerable<string> Rows(IReadOnlyList<TogetherCurve> curves)
    {
        yield return "run,updates,flowlab_free_energy,peer_free_energy";
        foreach (TogetherCurve curve in curves)
        {
            foreach ((double own, double theirs, int end) in Windows(curve))
                yield return string.Create(CultureInfo.InvariantCulture, $"\"{curve.Name}\",{end},{own:g7},{theirs:g7}");
        }
    }

    private static void Draw(Plot plot, TogetherCurve curve)
    {
        Add(plot, curve, "PyTorch", Colors.DarkOrange, 3, window => window.Theirs);
        Add(plot, curve, "FlowLab", Colors.Navy, 1, window => window.Own);
        plot.Title($"planar, {curve.Name}");
        plot.XLabel($"updates; means of {Window}");
        plot.YLabel("log10 of the free energy in nats");
        plot.ShowLegend(Alignment.UpperRight);
    }

    private static void Add(Plot plot, TogetherCurve curve, string label, Color color, float width, Func<(double Own, double Theirs, int End), double> value)
    {
        (double X, double Y)[] points = [.. Windows(curve).Select(window => ((double)window.End, Math.Log10(value(window)))).Where(point => double.IsFinite(point.Item2))];
        var line = plot.Add.ScatterLine(points.Select(point => point.X).ToArray(), points.Select(point => point.Y).ToArray(), color);
        line.LegendText = label;
        line.LineWidth = width;
    }

    private static IEnumerable<(double Own, double Theirs, int End)> Windows(TogetherCurve curve)
    {
        for (int first = 0; first + Window <= curve.Own.Count; first += Window)
            yield return (curve.Own.Skip(first).Take(Window).Average(), curve.Theirs.Skip(first).Take(Window).Average(), first + Window);
    }
}
