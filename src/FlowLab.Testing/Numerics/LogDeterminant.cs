namespace FlowLab.Testing.Numerics;

/// <summary>ln|det| of a square matrix by elimination with row pivots.</summary>
internal static class LogDeterminant
{
    private const double Deviations = 4;

    /// <param name="matrix">[N, N] row by row; destroyed.</param>
    /// <param name="size">N.</param>
    /// <param name="uncertainties">How far the entries of each column may be off, [N].</param>
    /// <returns>
    /// The logarithm, minus infinity for a singular matrix; and how far it may be off: the sum of the pivots' relative uncertainties, or four times the root of the sum of their
    /// squares where that is less, since the entries' errors are independent roundings.
    /// </returns>
    public static (double Value, double Uncertainty) Of(double[] matrix, int size, ReadOnlySpan<double> uncertainties)
    {
        double sum = 0, uncertainty = 0, squares = 0;
        for (int column = 0; column < size; column++)
        {
            SwapPivot(matrix, size, column);
            double pivot = matrix[column * size + column];
            sum += Math.Log(Math.Abs(pivot));
            double relative = uncertainties[column] / Math.Abs(pivot);
            uncertainty += relative;
            squares += relative * relative;
            if (pivot == 0)
                return (double.NegativeInfinity, double.PositiveInfinity);
            ReadOnlySpan<double> pivotRow = matrix.AsSpan(column * size + column + 1, size - column - 1);
            for (int row = column + 1; row < size; row++)
                Subtract(matrix.AsSpan(row * size + column + 1, size - column - 1), pivotRow, matrix[row * size + column] / pivot);
        }
        return (sum, Math.Min(uncertainty, Deviations * Math.Sqrt(squares)));
    }

    private static void Subtract(Span<double> row, ReadOnlySpan<double> pivotRow, double factor)
    {
        if (factor == 0)
            return;
        for (int i = 0; i < row.Length; i++)
            row[i] -= factor * pivotRow[i];
    }

    private static void SwapPivot(double[] matrix, int size, int column)
    {
        int best = column;
        for (int row = column + 1; row < size; row++)
            if (Math.Abs(matrix[row * size + column]) > Math.Abs(matrix[best * size + column]))
                best = row;
        if (best == column)
            return;
        for (int i = 0; i < size; i++)
            (matrix[column * size + i], matrix[best * size + i]) = (matrix[best * size + i], matrix[column * size + i]);
    }
}
