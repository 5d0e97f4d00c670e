using System.Runtime.CompilerServices;
using FlowLab.Engine.LinearAlgebra.Cpu;

namespace FlowLab.Engine.Ceilings;

/// <summary>
/// Fused multiply-adds of vectors in independent chains that never leave the registers: 12 of them fit into 16 registers, 24 into the 32 that processors
/// with AVX-512 or NEON have. Every chain stays at numbers near 2, so that nothing is denormal.
/// </summary>
internal static unsafe class FmaChains<TVector, TWidth>
    where TVector : unmanaged
    where TWidth : struct, IVectorWidth<TVector>
{
    private const int Unit = 24;

    /// <summary>Does 24 operations of vectors per step, whatever the number of chains.</summary>
    /// <param name="chains">12 or 24.</param>
    /// <param name="steps">Steps.</param>
    /// <returns>Floating-point operations done: a multiplication and an addition per lane, chain and step.</returns>
    public static double Run(int chains, long steps)
    {
        TVector sum = chains == Unit ? Run24(0.5f, steps) : Run12(0.5f, 2 * steps);
        float* numbers = stackalloc float[TWidth.Lanes];
        TWidth.Store(sum, numbers);
        return *numbers > 0 ? 2.0 * TWidth.Lanes * Unit * steps : throw new InvalidOperationException($"the chains came to {*numbers}, which they cannot");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TVector Run12(float factor, long steps)
    {
        TVector f = TWidth.Create(factor), b = TWidth.Create(1f);
        TVector x0 = b, x1 = b, x2 = b, x3 = b, x4 = b, x5 = b, x6 = b, x7 = b, x8 = b, x9 = b, x10 = b, x11 = b;
        for (long i = 0; i < steps; i++)
        {
            x0 = TWidth.MultiplyAdd(x0, f, b);
            x1 = TWidth.MultiplyAdd(x1, f, b);
            x2 = TWidth.MultiplyAdd(x2, f, b);
            x3 = TWidth.MultiplyAdd(x3, f, b);
            x4 = TWidth.MultiplyAdd(x4, f, b);
            x5 = TWidth.MultiplyAdd(x5, f, b);
            x6 = TWidth.MultiplyAdd(x6, f, b);
            x7 = TWidth.MultiplyAdd(x7, f, b);
            x8 = TWidth.MultiplyAdd(x8, f, b);
            x9 = TWidth.MultiplyAdd(x9, f, b);
            x10 = TWidth.MultiplyAdd(x10, f, b);
            x11 = TWidth.MultiplyAdd(x11, f, b);
        }
        TVector sum = x0;
        sum = TWidth.Add(sum, x1);
        sum = TWidth.Add(sum, x2);
        sum = TWidth.Add(sum, x3);
        sum = TWidth.Add(sum, x4);
        sum = TWidth.Add(sum, x5);
        sum = TWidth.Add(sum, x6);
        sum = TWidth.Add(sum, x7);
        sum = TWidth.Add(sum, x8);
        sum = TWidth.Add(sum, x9);
        sum = TWidth.Add(sum, x10);
        sum = TWidth.Add(sum, x11);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TVector Run24(float factor, long steps)
    {
        TVector f = TWidth.Create(factor), b = TWidth.Create(1f);
        TVector x0 = b, x1 = b, x2 = b, x3 = b, x4 = b, x5 = b, x6 = b, x7 = b, x8 = b, x9 = b, x10 = b, x11 = b;
        TVector x12 = b, x13 = b, x14 = b, x15 = b, x16 = b, x17 = b, x18 = b, x19 = b, x20 = b, x21 = b, x22 = b, x23 = b;
        for (long i = 0; i < steps; i++)
        {
            x0 = TWidth.MultiplyAdd(x0, f, b);
            x1 = TWidth.MultiplyAdd(x1, f, b);
            x2 = TWidth.MultiplyAdd(x2, f, b);
            x3 = TWidth.MultiplyAdd(x3, f, b);
            x4 = TWidth.MultiplyAdd(x4, f, b);
            x5 = TWidth.MultiplyAdd(x5, f, b);
            x6 = TWidth.MultiplyAdd(x6, f, b);
            x7 = TWidth.MultiplyAdd(x7, f, b);
            x8 = TWidth.MultiplyAdd(x8, f, b);
            x9 = TWidth.MultiplyAdd(x9, f, b);
            x10 = TWidth.MultiplyAdd(x10, f, b);
            x11 = TWidth.MultiplyAdd(x11, f, b);
            x12 = TWidth.MultiplyAdd(x12, f, b);
            x13 = TWidth.MultiplyAdd(x13, f, b);
            x14 = TWidth.MultiplyAdd(x14, f, b);
            x15 = TWidth.MultiplyAdd(x15, f, b);
            x16 = TWidth.MultiplyAdd(x16, f, b);
            x17 = TWidth.MultiplyAdd(x17, f, b);
            x18 = TWidth.MultiplyAdd(x18, f, b);
            x19 = TWidth.MultiplyAdd(x19, f, b);
            x20 = TWidth.MultiplyAdd(x20, f, b);
            x21 = TWidth.MultiplyAdd(x21, f, b);
            x22 = TWidth.MultiplyAdd(x22, f, b);
            x23 = TWidth.MultiplyAdd(x23, f, b);
        }
        TVector sum = x0;
        sum = TWidth.Add(sum, x1);
        sum = TWidth.Add(sum, x2);
        sum = TWidth.Add(sum, x3);
        sum = TWidth.Add(sum, x4);
        sum = TWidth.Add(sum, x5);
        sum = TWidth.Add(sum, x6);
        sum = TWidth.Add(sum, x7);
        sum = TWidth.Add(sum, x8);
        sum = TWidth.Add(sum, x9);
        sum = TWidth.Add(sum, x10);
        sum = TWidth.Add(sum, x11);
        sum = TWidth.Add(sum, x12);
        sum = TWidth.Add(sum, x13);
        sum = TWidth.Add(sum, x14);
        sum = TWidth.Add(sum, x15);
        sum = TWidth.Add(sum, x16);
        sum = TWidth.Add(sum, x17);
        sum = TWidth.Add(sum, x18);
        sum = TWidth.Add(sum, x19);
        sum = TWidth.Add(sum, x20);
        sum = TWidth.Add(sum, x21);
        sum = TWidth.Add(sum, x22);
        sum = TWidth.Add(sum, x23);
        return sum;
    }
}
