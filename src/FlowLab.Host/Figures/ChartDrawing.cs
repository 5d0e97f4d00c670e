using ScottPlot;

namespace FlowLab.Host.Figures;

/// <summary>Draws a <see cref="Chart"/>: as one figure, or its legend and its panels one by one for a page that lays them out itself.</summary>
internal static class ChartDrawing
{
    private const float LineWidth = 1240;
    private const float MinimumPanelWidth = 290;
    private const float MaximumPanelWidth = 400;
    private const float PanelHeight = 216;
    private const float LegendTop = 5;

    /// <summary>The legend above the panels.</summary>
    public static Drawing Of(Chart chart)
    {
        int perLine = Math.Clamp(chart.Panels.Count, 1, chart.PanelsPerLine);
        float panelWidth = PanelWidth(chart), width = perLine * panelWidth;
        Drawing legend = Legend(chart, width - PanelPlot.Room.Left);
        Drawing[] panels = [.. Panels(chart)];
        float height = panels.Max(panel => panel.Height);
        return new Drawing(width, LegendTop + legend.Height + (panels.Length + perLine - 1) / perLine * height, canvas =>
        {
            canvas.Place(legend, PanelPlot.Room.Left, LegendTop);
            for (int index = 0; index < panels.Length; index++)
                canvas.Place(panels[index], index % perLine * panelWidth, LegendTop + legend.Height + index / perLine * height);
        });
    }

    /// <summary>Every panel alone.</summary>
    public static IEnumerable<Drawing> Panels(Chart chart)
    {
        float width = PanelWidth(chart);
        float above = chart.Panels.Max(panel => PanelPlot.TitleRoom(panel.Title, width));
        return chart.Panels.Select(panel => new Drawing(width, above + PanelHeight, canvas =>
        {
            using Plot plot = PanelPlot.Of(chart, panel, width, canvas.Text);
            canvas.Render(plot, 0, above, width, PanelHeight);
            PanelPlot.WriteTitle(canvas, panel.Title, width, above);
        }));
    }

    /// <summary>The legend alone.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="room">How wide it may be; it has as many lines as it needs.</param>
    public static Drawing Legend(Chart chart, float room)
    {
        LegendEntry[] entries = [.. LegendEntry.Of(chart, room)];
        return new Drawing(entries.Max(entry => entry.Right), entries[^1].Top + LegendEntry.Height, canvas =>
        {
            foreach (LegendEntry entry in entries)
                entry.Draw(canvas, chart.HasMarkers);
        });
    }

    /// <summary>Width of a panel: that of a line shared by those beside each other, within limits.</summary>
    public static float PanelWidth(Chart chart) => Math.Clamp(LineWidth / Math.Clamp(chart.Panels.Count, 1, chart.PanelsPerLine), MinimumPanelWidth, MaximumPanelWidth);
}
