using FlowLab.Random;

namespace FlowLab.Plugins.Nice;

/// <summary>
/// Orthogonal matrices distributed by the Haar measure: Q of the QR factorisation, with positive diagonal of R, of a matrix of
/// independent standard normal numbers (Mezzadri, "How to generate random matrices from the classical compact groups", 2007,
/// https://arxiv.org/abs/math-ph/0609050). Gram-Schmidt makes the diagonal of R the lengths of the remainders, positive by
/// construction; a second sweep brings orthogonality to rounding even where the columns were nearly dependent.
/// </summary>
public static class HaarOrthogonal
{
    private const int Sweeps = 2;

    /// <summary>A matrix Q[row, column].</summary>
    public static double[,] Draw(RandomStream random, int dimension)
    {
        ArgumentNullException.ThrowIfNull(random);
        var matrix = new double[dimension, dimension];
        for (int row = 0; row < dimension; row++)
        {
            for (int column = 0; column < dimension; column++)
                matrix[row, column] = random.NextNormal();
        }
        Orthonormalize(matrix);
        return matrix;
    }

    /// <summary>Replaces the columns of a matrix of full rank by Q of its QR factorisation with positive diagonal of R.</summary>
    public static void Orthonormalize(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        for (int column = 0; column < matrix.GetLength(1); column++)
        {
            for (int sweep = 0; sweep < Sweeps; sweep++)
                RemoveComponents(matrix, column);
            double length = Math.Sqrt(Dot(matrix, column, column));
            for (int row = 0; row < matrix.GetLength(0); row++)
                matrix[row, column] /= length;
        }
    }

    private static void RemoveComponents(double[,] matrix, int column)
    {
        for (int other = 0; other < column; other++)
        {
            double component = Dot(matrix, other, column);
            for (int row = 0; row < matrix.GetLength(0); row++)
                matrix[row, column] -= component * matrix[row, other];
        }
    }

    private static double Dot(double[,] matrix, int left, int right)
    {
        double sum = 0;
        for (int row = 0; row < matrix.GetLength(0); row++)
            sum += matrix[row, left] * matrix[row, right];
        return sum;
    }
}
