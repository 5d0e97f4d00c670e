using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

internal static unsafe partial class MicroKernels128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        float number, Vector128<float> left, Vector128<float> right, ref Vector128<float> leftSum, ref Vector128<float> rightSum)
    {
        Vector128<float> broadcast = Vector128.Create(number);
        leftSum = Vector128.MultiplyAddEstimate(broadcast, left, leftSum);
        rightSum = Vector128.MultiplyAddEstimate(broadcast, right, rightSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float number, Vector128<float> vector, ref Vector128<float> sum) =>
        sum = Vector128.MultiplyAddEstimate(Vector128.Create(number), vector, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TileOutput* output, int row, Vector128<float> left, Vector128<float> right)
    {
        Write(output, row, 0, left);
        Write(output, row, 4, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TileOutput* output, int row, int column, Vector128<float> sum)
    {
        float* target = output->Target + (row * output->LeadingDimension) + column;
        Vector128<float> value = sum * output->Alpha;
        if (output->Beta != 0f)
            value = Vector128.MultiplyAddEstimate(Vector128.Create(output->Beta), Vector128.Load(target), value);
        Vector128.Store(value + Vector128.Create(output->RowBias[row]) + Vector128.Load(output->ColumnBias + column), target);
    }
}
