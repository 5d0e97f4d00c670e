using System.Runtime.CompilerServices;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// The innermost loops, named after the rows of their tile: <c>Full12</c> has twelve rows of two vectors, <c>Half12</c> of one. The sums are locals, one
/// by one, because only locals live in registers. <see cref="MicroKernelSet"/> chooses among them.
/// </summary>
/// <typeparam name="TVector">Floats of one width.</typeparam>
/// <typeparam name="TWidth">What is done with them.</typeparam>
internal static unsafe partial class MicroKernels<TVector, TWidth>
    where TVector : unmanaged
    where TWidth : struct, IVectorWidth<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float number, TVector left, TVector right, ref TVector leftSum, ref TVector rightSum)
    {
        TVector broadcast = TWidth.Create(number);
        leftSum = TWidth.MultiplyAdd(broadcast, left, leftSum);
        rightSum = TWidth.MultiplyAdd(broadcast, right, rightSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float number, TVector vector, ref TVector sum) => sum = TWidth.MultiplyAdd(TWidth.Create(number), vector, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TileOutput* output, int row, TVector left, TVector right)
    {
        Write(output, row, 0, left);
        Write(output, row, TWidth.Lanes, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TileOutput* output, int row, int column, TVector sum)
    {
        float* target = output->Target + (row * output->LeadingDimension) + column;
        TVector value = TWidth.Multiply(sum, output->Alpha);
        if (output->Beta != 0f)
            value = TWidth.MultiplyAdd(TWidth.Create(output->Beta), TWidth.Load(target), value);
        TVector biased = TWidth.Add(value, TWidth.Create(output->RowBias[row]));
        TWidth.Store(TWidth.Add(biased, TWidth.Load(output->ColumnBias + column)), target);
    }
}
