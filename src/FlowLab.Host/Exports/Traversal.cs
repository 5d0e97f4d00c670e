using System.Globalization;

namespace FlowLab.Host.Exports;

/// <summary>Latent variables along some of their axes: one varies evenly while the others stay where they are.</summary>
/// <param name="Dimensions">The axes, from 0.</param>
/// <param name="Steps">Places along an axis, at least 2.</param>
/// <param name="Range">From -Range to Range.</param>
internal sealed record Traversal(IReadOnlyList<int> Dimensions, int Steps, double Range)
{
    /// <summary>Reads the axes as the command line has them: 'all', or numbers from 1.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="dimension">How many axes there are.</param>
    /// <exception cref="FlowLabException">FLR096: they are not axes of these latent variables.</exception>
    public static IReadOnlyList<int> Parse(string text, int dimension)
    {
        if (text == "all")
            return [.. Enumerable.Range(0, dimension)];
        int[] axes = [.. text.Split(',').Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int axis) ? axis - 1 : -1)];
        return axes.All(axis => axis >= 0 && axis < dimension) ? axes : throw LatentErrors.NoSuchDimension(text, dimension);
    }

    /// <summary>The value at a place.</summary>
    public double At(int step) => Range * (2.0 * step / (Steps - 1) - 1);

    /// <summary>[axes, steps, width]: the latent variables, axis by axis.</summary>
    /// <param name="start">[width]: where the other axes stay.</param>
    public float[] Rows(ReadOnlySpan<float> start)
    {
        float[] rows = new float[Dimensions.Count * Steps * start.Length];
        for (int row = 0; row < Dimensions.Count * Steps; row++)
        {
            Span<float> latents = rows.AsSpan(row * start.Length, start.Length);
            start.CopyTo(latents);
            latents[Dimensions[row / Steps]] = (float)At(row % Steps);
        }
        return rows;
    }
}
