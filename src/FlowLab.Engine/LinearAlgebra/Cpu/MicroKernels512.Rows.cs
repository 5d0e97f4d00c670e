using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

internal static unsafe partial class MicroKernels512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        float number, Vector512<float> left, Vector512<float> right, ref Vector512<float> leftSum, ref Vector512<float> rightSum)
    {
        Vector512<float> broadcast = Vector512.Create(number);
        leftSum = Vector512.MultiplyAddEstimate(broadcast, left, leftSum);
        rightSum = Vector512.MultiplyAddEstimate(broadcast, right, rightSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float number, Vector512<float> vector, ref Vector512<float> sum) =>
        sum = Vector512.MultiplyAddEstimate(Vector512.Create(number), vector, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TileOutput* output, int row, Vector512<float> left, Vector512<float> right)
    {
        Write(output, row, 0, left);
        Write(output, row, 16, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TileOutput* output, int row, int column, Vector512<float> sum)
    {
        float* target = output->Target + (row * output->LeadingDimension) + column;
        Vector512<float> value = sum * output->Alpha;
        if (output->Beta != 0f)
            value = Vector512.MultiplyAddEstimate(Vector512.Create(output->Beta), Vector512.Load(target), value);
        Vector512.Store(value + Vector512.Create(output->RowBias[row]) + Vector512.Load(output->ColumnBias + column), target);
    }
}
