using FlowLab.Engine.LinearAlgebra.Cpu;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>Every number ends where it belongs, in blocks of 16, 8 and 4 rows and what is left over, and nothing is written elsewhere.</summary>
internal sealed unsafe class TransposingTests
{
    private const float Untouched = -7f;

    [Test]
    public void Panel_has_the_rows_of_its_source_side_by_side([Range(1, 37, 3)] int used, [Values(1, 3, 4, 15, 16, 17, 35)] int depth, [Values(0, 5)] int gap)
    {
        (int stride, int width) = (depth + gap, used + gap);
        float[] source = [.. Enumerable.Range(0, used * stride).Select(i => (float)i)];
        float[] target = [.. Enumerable.Repeat(Untouched, (width * depth) + 16)];
        fixed (float* from = source, to = target)
            PanelPacking.Transpose(from, stride, used, depth, to, width);
        for (int d = 0; d < depth; d++)
        {
            for (int p = 0; p < width; p++)
                Assert.That(target[(d * width) + p], Is.EqualTo(p < used ? source[(p * stride) + d] : 0f), $"depth {d}, element {p}");
        }

        Assert.That(target[(width * depth)..], Is.All.EqualTo(Untouched), "behind the panel");
    }

    [Test]
    public void Tile_is_written_transposed([Values(1, 4, 7, 8, 11, 12)] int rows, [Values(1, 4, 6, 16, 31, 32)] int columns, [Values(0f, 0.5f)] float beta)
    {
        const int Stride = 32;
        int leading = rows + 3;
        float[] tile = [.. Enumerable.Range(0, 12 * Stride).Select(i => (float)i)], before = [.. Enumerable.Range(0, columns * leading).Select(i => 1000f + i)], target = [.. before];
        float[] rowBias = [.. Enumerable.Range(0, 32).Select(i => 0.25f * i)], columnBias = [.. Enumerable.Range(0, 32).Select(i => 10_000f * i)];
        fixed (float* from = tile, to = target, byRow = rowBias, byColumn = columnBias)
        {
            TileOutput output = new() { Target = to, LeadingDimension = leading, Alpha = 2f, Beta = beta, RowBias = byRow, ColumnBias = byColumn };
            output.WriteTransposed(from, Stride, rows, columns);
        }

        for (int at = 0; at < target.Length; at++)
        {
            (int row, int column) = Math.DivRem(at, leading);
            float expected = column < rows ? (2f * tile[(column * Stride) + row]) + (beta * before[at]) + rowBias[row] + columnBias[column] : before[at];
            Assert.That(target[at], Is.EqualTo(expected), $"row {row}, column {column}");
        }
    }
}
