using ILGPU;

namespace FlowLab.Kernels;

/// <summary>
/// Parameters, or their gradients, as a kernel sees them: one set per (seed, tile). The strides decide what a set belongs to, and so
/// one kernel serves both kinds of parameters:
/// <list type="bullet">
/// <item>global parameters [R, P]: all tiles of a seed read the same set, <see cref="Global"/>;</item>
/// <item>amortised parameters [R, P, B], one set per sample, with one tile per sample, <see cref="PerTile"/>;</item>
/// <item>gradients [R, P, tiles], one partial sum per tile, <see cref="PerTile"/>.</item>
/// </list>
/// </summary>
public readonly struct ParameterView
{
    /// <summary>The values of all seeds.</summary>
    public readonly ArrayView<float> Values;

    private readonly int _first;
    private readonly int _seedStride;
    private readonly int _parameterStride;
    private readonly int _tileStride;

    private ParameterView(ArrayView<float> values, int first, int seedStride, int parameterStride, int tileStride)
    {
        Values = values;
        _first = first;
        _seedStride = seedStride;
        _parameterStride = parameterStride;
        _tileStride = tileStride;
    }

    /// <summary>One set per seed: [R, <paramref name="stride"/>], starting at <paramref name="first"/> within each seed's row.</summary>
    public static ParameterView Global(ArrayView<float> values, int stride, int first) => new(values, first, stride, 1, 0);

    /// <summary>One set per tile: [R, <paramref name="stride"/>, <paramref name="tiles"/>], starting at parameter <paramref name="first"/>.</summary>
    public static ParameterView PerTile(ArrayView<float> values, int stride, int first, int tiles) =>
        new(values, first * tiles, stride * tiles, tiles, 1);

    /// <summary>Parameter <paramref name="parameter"/> of the set of (<paramref name="seed"/>, <paramref name="tile"/>).</summary>
    public ref float At(int seed, int tile, int parameter) =>
        ref Values[_first + seed * _seedStride + parameter * _parameterStride + tile * _tileStride];

    /// <summary>The same view, starting <paramref name="parameters"/> parameters later.</summary>
    public ParameterView Skip(int parameters) =>
        new(Values, _first + parameters * _parameterStride, _seedStride, _parameterStride, _tileStride);
}
