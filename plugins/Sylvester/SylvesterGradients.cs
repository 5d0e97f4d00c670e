using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Sylvester;

/// <summary>
/// The gradients of the hidden units of a layer, usable in kernels; notation as in <see cref="SylvesterUnits"/>, l = dL/dlog-det, G the adjoint of
/// the state, c = dL/da. e_j = l (2 - 2 q) h s / det_j is the part of c_j that comes from the log-det.
/// </summary>
public static class SylvesterGradients
{
    /// <summary>From G = dL/dy' to dL/dy at y: c_j = e_j + s_j sum_(i &lt;= j) r_ij G_i, then G_k += sum_(j &lt;= k) r~_jk c_j.</summary>
    public static void Backward(
        SylvesterLayer layer, SampleView state, SampleView adjoint, SampleRows hidden, SampleRows slopes, ArrayView<float> logDetGradient, ParameterView gradient)
    {
        for (int j = 0; j < layer.Shape.Columns; j++)
        {
            Gather(layer, adjoint, j, slopes);
            float stretchGradient = Slope(layer, j, hidden, slopes, logDetGradient, gradient);
            AssignTriangles(layer, j, state, adjoint, hidden, slopes, 1f, stretchGradient, gradient);
        }
        for (int k = 0; k < layer.Shape.Columns; k++)
            AddSlopes(layer, k, k + 1, layer.Component(adjoint, k), slopes);
    }

    /// <summary>
    /// From G = dL/dy to lambda = dL/dy' at y. lambda = G + R~'c with c_j = e_j - s_j sum_(i &lt;= j) r_ij lambda_i, from the first unit to the last: with
    /// p = G_j + sum_(i &lt; j) r~_ij c_i it is c_j = (e_j - s_j (r_jj p + sum_(i &lt; j) r_ij lambda_i)) / det_j. c is also what r~ and b are paired
    /// with, and dL/dr_ij = -sum lambda_i h_j.
    /// </summary>
    public static void InverseBackward(
        SylvesterLayer layer, SampleView state, SampleView adjoint, SampleRows hidden, SampleRows slopes, ArrayView<float> logDetGradient, ParameterView gradient)
    {
        for (int j = 0; j < layer.Shape.Columns; j++)
        {
            ArrayView<float> lambda = layer.Component(adjoint, j);
            AddSlopes(layer, j, j, lambda, slopes);
            Gather(layer, adjoint, j, slopes);
            float stretchGradient = InverseSlope(layer, j, hidden, slopes, logDetGradient, gradient);
            AddSlope(layer, j, j, lambda, slopes);
            AssignTriangles(layer, j, state, adjoint, hidden, slopes, -1f, stretchGradient, gradient);
        }
    }

    /// <summary>slopes_j = sum_(i &lt;= j) r_ij G_i.</summary>
    private static void Gather(SylvesterLayer layer, SampleView adjoint, int unit, SampleRows slopes)
    {
        SampleTiles tiles = layer.Tiles;
        int first = tiles.First(layer.At.X), end = tiles.End(layer.At.X), step = tiles.Step;
        ArrayView<float> slope = slopes.Row(layer.At.Y, unit);
        for (int s = first; s < end; s += step)
            slope[s] = 0f;
        for (int i = 0; i <= unit; i++)
        {
            float weight = layer.Right(i, unit);
            ArrayView<float> g = layer.Component(adjoint, i);
            for (int s = first; s < end; s += step)
                slope[s] += weight * g[s];
        }
    }

    /// <summary>slopes_j: what <see cref="Gather"/> left in, c_j out. Assigns dL/db_j and returns dL/dq_j.</summary>
    private static float Slope(SylvesterLayer layer, int unit, SampleRows hidden, SampleRows slopes, ArrayView<float> logDetGradient, ParameterView gradient)
    {
        SampleTiles tiles = layer.Tiles;
        int first = tiles.First(layer.At.X), end = tiles.End(layer.At.X), step = tiles.Step;
        ArrayView<float> hiddenRow = hidden.Row(layer.At.Y, unit), slope = slopes.Row(layer.At.Y, unit);
        float stretch = layer.Stretch(unit);
        float bend = 2f - 2f * stretch;
        float stretchGradient = 0f;
        float biasGradient = 0f;
        for (int s = first; s < end; s += step)
        {
            float h = hiddenRow[s];
            float square = (1f - h) * (1f + h);
            float weight = logDetGradient[s] * square / (h * h + stretch * square);
            float c = bend * h * weight + square * slope[s];
            slope[s] = c;
            stretchGradient += weight;
            biasGradient += c;
        }
        gradient.At(layer.At.Y, layer.At.X, layer.Shape.Bias + unit) = biasGradient;
        return stretchGradient;
    }

    /// <summary>As <see cref="Slope"/>, for the inverse.</summary>
    private static float InverseSlope(SylvesterLayer layer, int unit, SampleRows hidden, SampleRows slopes, ArrayView<float> logDetGradient, ParameterView gradient)
    {
        SampleTiles tiles = layer.Tiles;
        int first = tiles.First(layer.At.X), end = tiles.End(layer.At.X), step = tiles.Step;
        ArrayView<float> hiddenRow = hidden.Row(layer.At.Y, unit), slope = slopes.Row(layer.At.Y, unit);
        float stretch = layer.Stretch(unit);
        float bend = 2f - 2f * stretch;
        float stretchGradient = 0f;
        float biasGradient = 0f;
        for (int s = first; s < end; s += step)
        {
            float h = hiddenRow[s];
            float square = (1f - h) * (1f + h);
            float determinant = h * h + stretch * square;
            float weight = logDetGradient[s] * square / determinant;
            float c = (bend * h * weight - square * slope[s]) / determinant;
            slope[s] = c;
            stretchGradient += weight;
            biasGradient += c;
        }
        gradient.At(layer.At.Y, layer.At.X, layer.Shape.Bias + unit) = biasGradient;
        return stretchGradient;
    }

    /// <summary>Assigns dL/dr_ij = sign sum G_i h_j for i &lt;= j and dL/dr~_jk = sum c_j y_k for k >= j.</summary>
    private static void AssignTriangles(
        SylvesterLayer layer, int unit, SampleView state, SampleView adjoint, SampleRows hidden, SampleRows slopes, float sign, float stretchGradient,
        ParameterView gradient)
    {
        SylvesterShape shape = layer.Shape;
        ArrayView<float> h = hidden.Row(layer.At.Y, unit), c = slopes.Row(layer.At.Y, unit);
        for (int i = 0; i < unit; i++)
            gradient.At(layer.At.Y, layer.At.X, shape.UpperRight + shape.Entry(i, unit)) = sign * Dot(layer, layer.Component(adjoint, i), h);
        for (int k = unit + 1; k < shape.Columns; k++)
            gradient.At(layer.At.Y, layer.At.X, shape.UpperLeft + shape.Entry(unit, k)) = Dot(layer, layer.Component(state, k), c);
        layer.AssignDiagonal(
            gradient, unit, sign * Dot(layer, layer.Component(adjoint, unit), h), Dot(layer, layer.Component(state, unit), c), stretchGradient);
    }

    /// <summary>target += sum_(j &lt; end) r~_jk c_j.</summary>
    private static void AddSlopes(SylvesterLayer layer, int component, int end, ArrayView<float> target, SampleRows slopes)
    {
        for (int j = 0; j < end; j++)
            AddSlope(layer, j, component, target, slopes);
    }

    /// <summary>target += r~_jk c_j.</summary>
    private static void AddSlope(SylvesterLayer layer, int unit, int component, ArrayView<float> target, SampleRows slopes)
    {
        SampleTiles tiles = layer.Tiles;
        int first = tiles.First(layer.At.X), end = tiles.End(layer.At.X), step = tiles.Step;
        float weight = layer.Left(unit, component);
        ArrayView<float> slope = slopes.Row(layer.At.Y, unit);
        for (int s = first; s < end; s += step)
            target[s] += weight * slope[s];
    }

    /// <summary>The sum over the tile of the products of two rows.</summary>
    private static float Dot(SylvesterLayer layer, ArrayView<float> one, ArrayView<float> other)
    {
        SampleTiles tiles = layer.Tiles;
        int first = tiles.First(layer.At.X), end = tiles.End(layer.At.X), step = tiles.Step;
        float sum = 0f;
        for (int s = first; s < end; s += step)
            sum += one[s] * other[s];
        return sum;
    }
}
