namespace FlowLab.Host.Reports;

/// <summary>
/// The 256 colors of FlowLab's pictures: a perceptually uniform ramp from dark to bright for densities, then paper and ink for
/// what is written around them. The ramp is matplotlib's viridis (Smith and van der Walt, 2015, CC0) through the sixth-degree
/// polynomials that Matt Zucker fitted to it (shadertoy.com/view/WlfXRN, CC0), within 2 % of the original.
/// </summary>
public static class Palette
{
    /// <summary>Indices 0 to 253 are the ramp.</summary>
    public const int Levels = 254;

    public const byte Paper = 254;

    public const byte Ink = 255;

    private const int BytesPerColor = 3;
    private const byte White = 255;
    private const byte NearBlack = 27;

    private static readonly double[][] Viridis =
    [
        [0.2777273272234177, 0.1050930431085774, -0.3308618287255563, -4.634230498983486, 6.228269936347081, 4.776384997670288, -5.435455855934631],
        [0.005407344544966578, 1.404613529898575, 0.214847559468213, -5.799100973351585, 14.17993336680509, -13.74514537774601, 4.645852612178535],
        [0.3340998053353061, 1.384590162594685, 0.09509516302823659, -19.33244095627987, 56.69055260068105, -65.35303263337234, 26.3124352495832],
    ];

    /// <summary>Red, green and blue of every index, as in a PNG's PLTE chunk.</summary>
    public static ReadOnlySpan<byte> Colors => Bytes;

    private static readonly byte[] Bytes = Build();

    /// <summary>The index for a fraction of the scale; what lies outside [0, 1] takes the nearer end, NaN the lower.</summary>
    public static byte Index(double fraction) =>
        double.IsNaN(fraction) ? (byte)0 : (byte)Math.Round(Math.Clamp(fraction, 0, 1) * (Levels - 1), MidpointRounding.AwayFromZero);

    private static byte[] Build()
    {
        byte[] colors = new byte[256 * BytesPerColor];
        for (int level = 0; level < Levels; level++)
            for (int channel = 0; channel < BytesPerColor; channel++)
                colors[level * BytesPerColor + channel] = Channel(Viridis[channel], (double)level / (Levels - 1));
        colors.AsSpan(Paper * BytesPerColor, BytesPerColor).Fill(White);
        colors.AsSpan(Ink * BytesPerColor, BytesPerColor).Fill(NearBlack);
        return colors;
    }

    private static byte Channel(double[] coefficients, double fraction)
    {
        double value = 0;
        for (int power = coefficients.Length - 1; power >= 0; power--)
            value = value * fraction + coefficients[power];
        return (byte)Math.Round(Math.Clamp(value, 0, 1) * byte.MaxValue);
    }
}
