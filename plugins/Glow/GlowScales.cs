using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Glow;

/// <summary>
/// z' = e^c z + shift for every component, c = alpha tanh(raw / alpha): actnorm, and without a shift the diagonal of the linear map. X = tile, Y = seed.
/// </summary>
/// <param name="values">raw of the first component.</param>
/// <param name="shifts">The shift of the first component; not read without one.</param>
/// <param name="hasShift">Whether there are shifts.</param>
/// <param name="shape">Dimension and alpha.</param>
public readonly struct GlowScales(ParameterView values, ParameterView shifts, bool hasShift, GlowShape shape)
{
    private readonly ParameterView _values = values;
    private readonly ParameterView _shifts = shifts;
    private readonly int _hasShift = hasShift ? 1 : 0;
    private readonly GlowShape _shape = shape;

    /// <summary>z to z'.</summary>
    public void Push(Index2D at, SampleTiles tiles, SampleView state)
    {
        for (int d = 0; d < _shape.Dimension; d++)
            GlowRows.Map(at, tiles, 0f, XMath.Exp(LogScale(at, d)), Shift(at, d), state.Row(at.Y, d));
    }

    /// <summary>z' to z.</summary>
    public void Pull(Index2D at, SampleTiles tiles, SampleView state)
    {
        for (int d = 0; d < _shape.Dimension; d++)
            GlowRows.Map(at, tiles, Shift(at, d), XMath.Exp(-LogScale(at, d)), 0f, state.Row(at.Y, d));
    }

    /// <summary>sum of c.</summary>
    public float LogDet(Index2D at)
    {
        float sum = 0f;
        for (int d = 0; d < _shape.Dimension; d++)
            sum += LogScale(at, d);
        return sum;
    }

    /// <summary>z' to z and G = dL/dz' to dL/dz = e^c G; dL/dshift = sum G, dL/dc = sum (G e^c z + l).</summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="tiles">The samples.</param>
    /// <param name="state">z'.</param>
    /// <param name="gradient">G.</param>
    /// <param name="ofLogDet">The sum of l over the tile.</param>
    /// <param name="valueGradient">dL/draw of the first component.</param>
    /// <param name="shiftGradient">dL/dshift of the first component.</param>
    public void PushBackward(
        Index2D at, SampleTiles tiles, SampleView state, SampleView gradient, float ofLogDet, ParameterView valueGradient, ParameterView shiftGradient)
    {
        Pull(at, tiles, state);
        for (int d = 0; d < _shape.Dimension; d++)
        {
            ArrayView<float> g = gradient.Row(at.Y, d);
            AssignShift(at, d, GlowRows.Sum(at, tiles, g), shiftGradient);
            GlowRows.Map(at, tiles, 0f, XMath.Exp(LogScale(at, d)), 0f, g);
            AssignRaw(at, d, GlowRows.Dot(at, tiles, g, state.Row(at.Y, d)) + ofLogDet, valueGradient);
        }
    }

    /// <summary>z to z' and G = dL/dz to dL/dz' = e^-c G; dL/dshift = -sum e^-c G, dL/dc = sum (l - G z).</summary>
    /// <param name="at">Tile and seed.</param>
    /// <param name="tiles">The samples.</param>
    /// <param name="state">z.</param>
    /// <param name="gradient">G.</param>
    /// <param name="ofLogDet">The sum of l over the tile.</param>
    /// <param name="valueGradient">dL/draw of the first component.</param>
    /// <param name="shiftGradient">dL/dshift of the first component.</param>
    public void PullBackward(
        Index2D at, SampleTiles tiles, SampleView state, SampleView gradient, float ofLogDet, ParameterView valueGradient, ParameterView shiftGradient)
    {
        for (int d = 0; d < _shape.Dimension; d++)
        {
            ArrayView<float> g = gradient.Row(at.Y, d);
            AssignRaw(at, d, ofLogDet - GlowRows.Dot(at, tiles, g, state.Row(at.Y, d)), valueGradient);
            GlowRows.Map(at, tiles, 0f, XMath.Exp(-LogScale(at, d)), 0f, g);
            AssignShift(at, d, -GlowRows.Sum(at, tiles, g), shiftGradient);
        }
        Push(at, tiles, state);
    }

    private void AssignShift(Index2D at, int component, float value, ParameterView shiftGradient)
    {
        if (_hasShift != 0)
            shiftGradient.At(at.Y, at.X, component) = value;
    }

    private void AssignRaw(Index2D at, int component, float ofLogScale, ParameterView valueGradient)
    {
        float share = LogScale(at, component) / _shape.Bound;
        valueGradient.At(at.Y, at.X, component) = ofLogScale * ((1f - share) * (1f + share));
    }

    private float LogScale(Index2D at, int component) => _shape.Bound * XMath.Tanh(_values.At(at.Y, at.X, component) / _shape.Bound);

    private float Shift(Index2D at, int component) => _hasShift != 0 ? _shifts.At(at.Y, at.X, component) : 0f;
}
