using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using FlowLab.Engine.LinearAlgebra.Cpu;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>
/// The innermost loops: rows, each times the number of its entry, added up in registers, four vectors or one at a time. Each sum is one chain of fused
/// multiply-adds in the order of its entries.
/// </summary>
/// <typeparam name="TVector">Floats of one width.</typeparam>
/// <typeparam name="TWidth">What is done with them.</typeparam>
internal static unsafe class SparseKernels<TVector, TWidth>
    where TVector : unmanaged
    where TWidth : struct, IVectorWidth<TVector>
{
    /// <summary>
    /// target[i, :] = (0 or target[i, :]) + sum over the entries e of list i of e.Value rows[e.Index, :], four vectors of each. Meanwhile the target behind the last list is
    /// asked for.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Lists4(SparseEntry* entries, int* starts, int lists, float* rows, float* target, nint stride, bool adds)
    {
        for (int i = 0; i < lists; i++, target += stride)
        {
            Fetch(target + (lists * stride));
            TVector a = default, b = default, c = default, d = default;
            if (adds)
                (a, b, c, d) = (At(target, 0), At(target, 1), At(target, 2), At(target, 3));
            SparseEntry* end = entries + starts[i + 1];
            for (SparseEntry* entry = entries + starts[i]; entry < end; entry++)
            {
                ulong number = *(ulong*)entry;
                TVector value = TWidth.Create(SparseEntry.ValueOf(number));
                float* row = rows + (SparseEntry.IndexOf(number) * SparseKernelSet.Columns);
                a = TWidth.MultiplyAdd(value, At(row, 0), a);
                b = TWidth.MultiplyAdd(value, At(row, 1), b);
                c = TWidth.MultiplyAdd(value, At(row, 2), c);
                d = TWidth.MultiplyAdd(value, At(row, 3), d);
            }

            TWidth.Store(a, target);
            TWidth.Store(b, target + TWidth.Lanes);
            TWidth.Store(c, target + (2 * TWidth.Lanes));
            TWidth.Store(d, target + (3 * TWidth.Lanes));
        }
    }

    /// <summary>The same with one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Lists1(SparseEntry* entries, int* starts, int lists, float* rows, float* target, nint stride, bool adds)
    {
        for (int i = 0; i < lists; i++, target += stride)
        {
            TVector sum = adds ? At(target, 0) : default;
            SparseEntry* end = entries + starts[i + 1];
            for (SparseEntry* entry = entries + starts[i]; entry < end; entry++)
                sum = TWidth.MultiplyAdd(TWidth.Create(entry->Value), At(rows + ((nint)entry->Index * SparseKernelSet.Columns), 0), sum);
            TWidth.Store(sum, target);
        }
    }

    /// <summary>
    /// sums[s, :] += sum over the next units of e.Value rows[e.Index, :], e the entry of the unit in the list of sample s; four vectors. Meanwhile the rows of the
    /// units after these are asked for.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Pull4(PulledUnits* pull, float* rows, float* sums)
    {
        SparseEntry* list = pull->Entries;
        nint stride = pull->Stride;
        float* next = pull->Next;
        for (int sample = 0; sample < pull->Samples; sample++, list += pull->Units, sums += SparseKernelSet.Columns)
        {
            for (int i = 0; i < pull->NextPerSample; i++, next += stride)
                Fetch(next);
            TVector a = At(sums, 0), b = At(sums, 1), c = At(sums, 2), d = At(sums, 3);
            SparseEntry* end = list + pull->Count;
            for (SparseEntry* entry = list; entry < end; entry++)
            {
                ulong number = *(ulong*)entry;
                TVector value = TWidth.Create(SparseEntry.ValueOf(number));
                float* row = rows + (SparseEntry.IndexOf(number) * stride);
                a = TWidth.MultiplyAdd(value, At(row, 0), a);
                b = TWidth.MultiplyAdd(value, At(row, 1), b);
                c = TWidth.MultiplyAdd(value, At(row, 2), c);
                d = TWidth.MultiplyAdd(value, At(row, 3), d);
            }

            TWidth.Store(a, sums);
            TWidth.Store(b, sums + TWidth.Lanes);
            TWidth.Store(c, sums + (2 * TWidth.Lanes));
            TWidth.Store(d, sums + (3 * TWidth.Lanes));
        }
    }

    /// <summary>The same with one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Pull1(PulledUnits* pull, float* rows, float* sums)
    {
        SparseEntry* list = pull->Entries;
        nint stride = pull->Stride;
        for (int sample = 0; sample < pull->Samples; sample++, list += pull->Units, sums += SparseKernelSet.Columns)
        {
            TVector sum = At(sums, 0);
            SparseEntry* end = list + pull->Count;
            for (SparseEntry* entry = list; entry < end; entry++)
                sum = TWidth.MultiplyAdd(TWidth.Create(entry->Value), At(rows + (entry->Index * stride), 0), sum);
            TWidth.Store(sum, sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector At(float* row, int vector) => TWidth.Load(row + (vector * TWidth.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(float* row)
    {
        if (!Sse.IsSupported)
            return;
        for (int c = 0; c < SparseKernelSet.Columns; c += CacheHint.Line)
            Sse.Prefetch0(row + c);
    }
}
