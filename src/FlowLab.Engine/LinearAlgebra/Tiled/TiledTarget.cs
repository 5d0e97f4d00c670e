using FlowLab.LinearAlgebra;
using ILGPU;

namespace FlowLab.Engine.LinearAlgebra.Tiled;

/// <summary>The target as the kernel sees it: alpha sum + beta target + bias.</summary>
public readonly struct TiledTarget
{
    public ArrayView<float> Values { get; init; }

    public long SeedStride { get; init; }

    public int LeadingDimension { get; init; }

    /// <summary>Elements of one seed, gaps included.</summary>
    public int Length { get; init; }

    public int Rows { get; init; }

    public int Columns { get; init; }

    public float Alpha { get; init; }

    /// <summary>With 0 the target is not read.</summary>
    public float Beta { get; init; }

    /// <summary>The bias; any memory if there is none.</summary>
    public ArrayView<float> Bias { get; init; }

    public long BiasSeedStride { get; init; }

    /// <summary>1 if there is a bias per row.</summary>
    public int BiasRowStride { get; init; }

    /// <summary>1 if there is a bias per column.</summary>
    public int BiasColumnStride { get; init; }

    /// <summary>The target of an output that does not lie transposed.</summary>
    internal static TiledTarget Of(in MatrixOutput output) => new()
    {
        Values = output.Target.Values,
        SeedStride = output.Target.SeedStride,
        LeadingDimension = output.Target.LeadingDimension,
        Length = TiledLength.Of(output.Target),
        Rows = output.Target.Rows,
        Columns = output.Target.Columns,
        Alpha = output.Alpha,
        Beta = output.Beta,
        Bias = output.Bias.Axis == BiasAxis.None ? output.Target.Values : output.Bias.Values,
        BiasSeedStride = output.Bias.SeedStride,
        BiasRowStride = output.Bias.Axis == BiasAxis.Rows ? 1 : 0,
        BiasColumnStride = output.Bias.Axis == BiasAxis.Columns ? 1 : 0,
    };

    /// <summary>Writes one element, if it exists.</summary>
    public void Write(int seed, int row, int column, float sum)
    {
        if (row >= Rows || column >= Columns)
            return;
        ArrayView<float> values = Values.SubView(seed * SeedStride, Length);
        int at = (row * LeadingDimension) + column;
        float value = Alpha * sum;
        if (Beta != 0f)
            value = (Beta * values[at]) + value;
        if (BiasRowStride + BiasColumnStride != 0)
            value += Bias[(seed * BiasSeedStride) + (row * BiasRowStride) + (column * BiasColumnStride)];
        values[at] = value;
    }
}
