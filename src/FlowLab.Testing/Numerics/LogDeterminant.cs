namespace FlowLab.Testing.Numerics;

/// <summary>ln|det| of a square matrix by elimination with row pivots.</summary>
internal static class LogDeterminant
{
    /// <param name="matrix">[N, N] row by row; destroyed.</param>
    /// <param name="size">N.</param>
    /// <param name="entryUncertainty">How far each entry may be off.</param>
    /// <returns>The logarithm, minus infinity for a singular matrix; and how far it may be off: the sum of the pivots' relative uncertainties.</returns>
    public static (double Value, double Uncertainty) Of(double[] matrix, int size, double entryUncertainty)
    {
        double sum = 0, uncertainty = 0;
        for (int column = 0; column < size; column++)
        {
            SwapPivot(matrix, size, column);
            double pivot = matrix[column * size + column];
            sum += Math.Log(Math.Abs(pivot));
            uncertainty += entryUncertainty / Math.Abs(pivot);
            if (pivot == 0)
                return (double.NegativeInfinity, double.PositiveInfinity);
            ReadOnlySpan<double> pivotRow = matrix.AsSpan(column * size + column + 1, size - column - 1);
            for (int row = column + 1; row < size; row++)
                Subtract(matrix.AsSpan(row * size + column + 1, size - column - 1), pivotRow, matrix[row * size + column] / pivot);
        }
        return (sum, uncertainty);
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
