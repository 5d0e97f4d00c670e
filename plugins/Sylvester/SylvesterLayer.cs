using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Sylvester;

/// <summary>
/// One layer of a tile: its parameters, with the constraint of the diagonals. Signs of a hidden unit can be turned without changing the layer, so
/// r~_ii may be positive: rate = 0.01 + softplus(raw~). Then r_ii = gain / rate with gain = r_ii r~_ii = -1 + softplus(raw), which is above -1
/// whatever raw is, and <see cref="Stretch"/> = 1 + gain = softplus(raw) is the determinant's factor where tanh has slope 1.
/// </summary>
public readonly struct SylvesterLayer(SylvesterShape shape, Index2D at, int layer, FlowBatch batch)
{
    /// <summary>The smallest r~_ii: keeps r_ii, which is divided by it, within float32.</summary>
    private const float LeastRate = 0.01f;

    /// <summary>Keeps the determinant off 0 where softplus underflows.</summary>
    private const float SmallestStretch = 1e-30f;

    /// <summary>Sizes.</summary>
    public readonly SylvesterShape Shape = shape;

    /// <summary>X = tile, Y = seed.</summary>
    public readonly Index2D At = at;

    /// <summary>Its number.</summary>
    public readonly int Number = layer;

    /// <summary>How samples are dealt to tiles.</summary>
    public readonly SampleTiles Tiles = batch.Tiles;

    /// <summary>Its parameters, starting at its own first one.</summary>
    public readonly ParameterView Parameters = batch.Parameters.Skip(layer * shape.Stride);

    /// <summary>b_j.</summary>
    public float Bias(int unit) => Parameters.At(At.Y, At.X, Shape.Bias + unit);

    /// <summary>1 + r_jj r~_jj.</summary>
    public float Stretch(int unit) => SmallestStretch + KernelMath.Softplus(Parameters.At(At.Y, At.X, Shape.UpperRight + Shape.Entry(unit, unit)));

    /// <summary>r~_jj.</summary>
    public float Rate(int unit) => LeastRate + KernelMath.Softplus(Parameters.At(At.Y, At.X, Shape.UpperLeft + Shape.Entry(unit, unit)));

    /// <summary>r_ij, i &lt;= j: what unit j adds to component i.</summary>
    public float Right(int component, int unit) => component == unit
        ? (Stretch(unit) - 1f) / Rate(unit)
        : Parameters.At(At.Y, At.X, Shape.UpperRight + Shape.Entry(component, unit));

    /// <summary>r~_jk, j &lt;= k: what unit j reads of component k.</summary>
    public float Left(int unit, int component) => component == unit
        ? Rate(unit)
        : Parameters.At(At.Y, At.X, Shape.UpperLeft + Shape.Entry(unit, component));

    /// <summary>Component <paramref name="index"/> in the layer's order.</summary>
    public ArrayView<float> Component(SampleView rows, int index) => Shape.Component(At, Number, rows, index);

    /// <summary>Turns dL/dr_jj, dL/dr~_jj and dL/dstretch (where r and r~ stay) into the gradients of what they are made of.</summary>
    public void AssignDiagonal(ParameterView gradient, int unit, float rightGradient, float leftGradient, float stretchGradient)
    {
        int entry = Shape.Entry(unit, unit);
        float rate = Rate(unit);
        float gainGradient = stretchGradient + rightGradient / rate;
        float rateGradient = leftGradient - rightGradient * Right(unit, unit) / rate;
        gradient.At(At.Y, At.X, Shape.UpperRight + entry) = gainGradient * KernelMath.Sigmoid(Parameters.At(At.Y, At.X, Shape.UpperRight + entry));
        gradient.At(At.Y, At.X, Shape.UpperLeft + entry) = rateGradient * KernelMath.Sigmoid(Parameters.At(At.Y, At.X, Shape.UpperLeft + entry));
    }

    /// <summary>Turns z into the layer's own coordinates, whose first M components it moves.</summary>
    public void TurnIn(SampleView state, SampleView scratch)
    {
        for (int t = 0; t < Shape.Reflections; t++)
            SylvesterReflections.Reflect(At, Tiles, state, Parameters.Skip(t * Shape.Dimension), scratch);
    }

    /// <summary>Undoes <see cref="TurnIn"/>.</summary>
    public void TurnOut(SampleView state, SampleView scratch)
    {
        for (int t = Shape.Reflections - 1; t >= 0; t--)
            SylvesterReflections.Reflect(At, Tiles, state, Parameters.Skip(t * Shape.Dimension), scratch);
    }

    /// <summary><see cref="TurnIn"/> of state and adjoint; assigns the gradients of the vectors.</summary>
    public void TurnInBackward(SampleView state, SampleView adjoint, ParameterView gradient, SampleView scratch)
    {
        for (int t = 0; t < Shape.Reflections; t++)
            SylvesterReflections.ReflectBackward(At, Tiles, state, adjoint, Parameters.Skip(t * Shape.Dimension), gradient.Skip(t * Shape.Dimension), false, scratch);
    }

    /// <summary><see cref="TurnOut"/> of state and adjoint; adds the gradients of the vectors.</summary>
    public void TurnOutBackward(SampleView state, SampleView adjoint, ParameterView gradient, SampleView scratch)
    {
        for (int t = Shape.Reflections - 1; t >= 0; t--)
            SylvesterReflections.ReflectBackward(At, Tiles, state, adjoint, Parameters.Skip(t * Shape.Dimension), gradient.Skip(t * Shape.Dimension), true, scratch);
    }
}
