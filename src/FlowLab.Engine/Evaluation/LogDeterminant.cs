namespace FlowLab.Engine.Evaluation;

/// <summary>ln|det A| by Gaussian elimination with partial pivoting.</summary>
internal static class LogDeterminant
{
    /// <summary>ln|det| of a square matrix, which is overwritten; minus infinity if it is singular.</summary>
    public static double Of(double[,] matrix)
    {
        double sum = 0;
        for (int column = 0; column < matrix.GetLength(0); column++)
        {
            Swap(matrix, column, Pivot(matrix, column));
            sum += Math.Log(Math.Abs(matrix[column, column]));
            Eliminate(matrix, column);
        }
        return sum;
    }

    private static int Pivot(double[,] matrix, int column)
    {
        int pivot = column;
        for (int row = column + 1; row < matrix.GetLength(0); row++)
            pivot = Math.Abs(matrix[row, column]) > Math.Abs(matrix[pivot, column]) ? row : pivot;
        return pivot;
    }

    private static void Swap(double[,] matrix, int first, int second)
    {
        for (int column = 0; column < matrix.GetLength(0) && first != second; column++)
            (matrix[first, column], matrix[second, column]) = (matrix[second, column], matrix[first, column]);
    }

    private static void Eliminate(double[,] matrix, int column)
    {
        int size = matrix.GetLength(0);
        for (int row = column + 1; row < size; row++)
        {
            double factor = matrix[row, column] / matrix[column, column];
            for (int j = column + 1; j < size; j++)
                matrix[row, j] -= factor * matrix[column, j];
        }
    }
}
