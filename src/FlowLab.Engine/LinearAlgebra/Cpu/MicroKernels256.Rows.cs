using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

internal static unsafe partial class MicroKernels256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        float number, Vector256<float> left, Vector256<float> right, ref Vector256<float> leftSum, ref Vector256<float> rightSum)
    {
        Vector256<float> broadcast = Vector256.Create(number);
        leftSum = Vector256.MultiplyAddEstimate(broadcast, left, leftSum);
        rightSum = Vector256.MultiplyAddEstimate(broadcast, right, rightSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float number, Vector256<float> vector, ref Vector256<float> sum) =>
        sum = Vector256.MultiplyAddEstimate(Vector256.Create(number), vector, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TileOutput* output, int row, Vector256<float> left, Vector256<float> right)
    {
        Write(output, row, 0, left);
        Write(output, row, 8, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TileOutput* output, int row, int column, Vector256<float> sum)
    {
        float* target = output->Target + (row * output->LeadingDimension) + column;
        Vector256<float> value = sum * output->Alpha;
        if (output->Beta != 0f)
            value = Vector256.MultiplyAddEstimate(Vector256.Create(output->Beta), Vector256.Load(target), value);
        Vector256.Store(value + Vector256.Create(output->RowBias[row]) + Vector256.Load(output->ColumnBias + column), target);
    }
}
