using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.LinearAlgebra.Tiled;

/// <summary>Kernels count the elements of one seed in 32 bits.</summary>
internal static class TiledLength
{
    /// <summary>Elements of one seed, gaps included.</summary>
    internal static int Of(in MatrixView matrix)
    {
        (int rows, int columns) = matrix.IsTransposed ? (matrix.Columns, matrix.Rows) : (matrix.Rows, matrix.Columns);
        long length = rows == 0 || columns == 0 ? 0 : ((long)(rows - 1) * matrix.LeadingDimension) + columns;
        return length <= int.MaxValue ? (int)length : throw TooLarge($"a matrix of {length} elements per seed", $"{int.MaxValue}");
    }

    internal static FlowLabEngineException TooLarge(string found, string expected) =>
        new($"FLE025: a product on this device has {found}; expected at most {expected}. Cut it into several products.");
}
