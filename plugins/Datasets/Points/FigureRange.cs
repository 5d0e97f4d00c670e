using FlowLab.Data;
using FlowLab.Energies;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>The square that figures of two-dimensional points show.</summary>
internal static class FigureRange
{
    private const double Margin = 0.1;
    private const int Resolution = 200;

    /// <summary>The range of all coordinates of the training points and a tenth of it on each side; null unless D = 2.</summary>
    public static EnergyGrid? Of(ImageTable training, PointValues values)
    {
        if (training.Dimension != 2)
            return null;
        double scale = values == PointValues.Intensities ? byte.MaxValue : 1;
        double[] coordinates = training.Floats is { } floats ? Array.ConvertAll(floats, x => (double)x) : Array.ConvertAll(training.Bytes!, x => x / scale);
        double minimum = coordinates.Min(), maximum = coordinates.Max();
        double margin = maximum > minimum ? Margin * (maximum - minimum) : 1;
        return new EnergyGrid(minimum - margin, maximum + margin, Resolution);
    }
}
