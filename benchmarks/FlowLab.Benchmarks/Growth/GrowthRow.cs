using System.Globalization;

namespace FlowLab.Benchmarks.Growth;

/// <summary>A measured cell.</summary>
/// <param name="Series">Whose cell it is.</param>
/// <param name="Value">The value of the size that grows.</param>
/// <param name="Milliseconds">Per update, the least of the medians of three rounds.</param>
/// <param name="Least">Per update, the fastest window.</param>
/// <param name="Expected">What the line through the series says; see <see cref="GrowthLine"/>.</param>
internal sealed record GrowthRow(GrowthSeries Series, int Value, double Milliseconds, double Least, double Expected)
{
    public const string Header = "model,axis,value,length,dimension,batch,width,seeds,ms,least_ms,line_ms,over_line";

    public string Csv()
    {
        GrowthPoint point = Series.Of(Value);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Series.Model},{Series.Axis},{Value},{point.Length},{point.Dimension},{point.Batch},{point.Width},{point.Seeds},{Milliseconds:g5},{Least:g5},{Expected:g5},{Milliseconds / Expected:0.000}");
    }
}
