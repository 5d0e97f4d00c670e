using FlowLab.Host.Results;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Viewing;

/// <summary>Mean over seeds, and where the seeds lie: from the lowest to the highest, or, of more than ten, the middle 80 %.</summary>
internal static class SeedBand
{
    private const int SeedsWithoutQuantiles = 10;
    private const double Tail = 0.1;

    /// <summary>The band of a curve; seeds without a number at an update are left out there, updates without any number altogether.</summary>
    public static CurveBand Of(int cell, string name, CurveSample sample)
    {
        List<double> updates = [], mean = [], low = [], high = [];
        for (int index = 0; index < sample.Steps.Length; index++)
        {
            double[] values = [.. sample.Values.Select(seed => seed[index]).Where(double.IsFinite).Order()];
            if (values.Length == 0)
                continue;
            int cut = values.Length > SeedsWithoutQuantiles ? (int)(values.Length * Tail) : 0;
            updates.Add(sample.Steps[index]);
            mean.Add(values.Average());
            low.Add(values[cut]);
            high.Add(values[^(1 + cut)]);
        }
        return new CurveBand(cell, name, sample.Values.Length, updates, mean, low, high);
    }
}
