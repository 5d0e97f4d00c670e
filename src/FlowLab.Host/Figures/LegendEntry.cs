using ScottPlot;

namespace FlowLab.Host.Figures;

/// <summary>A line of a chart in its legend: a piece of it and its name.</summary>
/// <param name="Series">The line.</param>
/// <param name="Name">Its name, as much of it as there is room for.</param>
/// <param name="Left">Its left end.</param>
/// <param name="Right">Its right end.</param>
/// <param name="Top">Its upper end.</param>
internal sealed record LegendEntry(ChartSeries Series, string Name, float Left, float Right, float Top)
{
    /// <summary>Height of a line of the legend.</summary>
    public const float Height = 18;

    private const float FontSize = 11;
    private const float SymbolWidth = 24;
    private const float SymbolGap = 5;
    private const float EntryGap = 18;

    /// <summary>The entries beside each other, in as many lines as they need.</summary>
    public static IEnumerable<LegendEntry> Of(Chart chart, float room)
    {
        float left = 0, top = 0;
        foreach (ChartSeries series in chart.Legend)
        {
            string name = FigureText.Fit(series.Name, FontSize, room - SymbolWidth - SymbolGap);
            float width = SymbolWidth + SymbolGap + FigureText.Measure(name, FontSize).Width + 1;
            if (left > 0 && left + width > room)
                (left, top) = (0, top + Height);
            yield return new LegendEntry(series, name, left, left + width, top);
            left += width + EntryGap;
        }
    }

    /// <summary>Draws the entry as the panels draw the line.</summary>
    public void Draw(FigureCanvas canvas, bool hasMarkers)
    {
        using Plot plot = PanelPlot.Sample(Series, hasMarkers, canvas.Text);
        canvas.Render(plot, Left, Top, SymbolWidth, Height);
        canvas.Write(Name, Left + SymbolWidth + SymbolGap, Top + 3, Right - Left, FontSize, Alignment.UpperLeft);
    }
}
