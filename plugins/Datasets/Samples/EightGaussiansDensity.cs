namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>The density of <see cref="EightGaussians"/>: the mean of eight round normals.</summary>
/// <param name="radius">Distance of the centers from the origin.</param>
/// <param name="noise">Standard deviation of each, above 0.</param>
public sealed class EightGaussiansDensity(double radius, double noise) : ISampleDensity
{
    private const int Modes = 8;

    private readonly double _logScale = -Math.Log(Modes * 2 * Math.PI * noise * noise);

    /// <inheritdoc/>
    public double LogAt(double x, double y)
    {
        Span<double> squares = stackalloc double[Modes];
        double nearest = double.PositiveInfinity;
        for (int mode = 0; mode < Modes; mode++)
        {
            (double sine, double cosine) = Math.SinCos(Math.PI / 4 * mode);
            double dx = x - radius * cosine, dy = y - radius * sine;
            squares[mode] = (dx * dx + dy * dy) / (2 * noise * noise);
            nearest = Math.Min(nearest, squares[mode]);
        }
        double sum = 0;
        foreach (double square in squares)
            sum += Math.Exp(nearest - square);
        return _logScale - nearest + Math.Log(sum);
    }
}
