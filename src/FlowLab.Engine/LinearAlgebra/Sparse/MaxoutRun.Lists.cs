using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <content>Who won.</content>
internal sealed unsafe partial class MaxoutRun
{
    private const int WordBits = 64;

    private void List(int firstSeed, int seed, int run, MaxoutScratch scratch)
    {
        int end = Math.Min((run + 1) * MaxoutPlan.ListRun, _plan.Units), window = _plan.Window;
        for (int unit = run * MaxoutPlan.ListRun; unit < end; unit++)
        {
            float* biases = _biasGradient + ((firstSeed + seed) * _biasStride) + (unit * window);
            new Span<float>(biases, window).Clear();
            for (int chunk = 0; chunk < _plan.Chunks; chunk++)
            {
                int first = _plan.StartOfChunk(chunk), length = _plan.StartOfChunk(chunk + 1) - first;
                FindWinners(_linear.Row(firstSeed + seed, unit * window) + first, _units.Row(firstSeed + seed, unit) + first, length, scratch.Winners);
                SparseEntry* bySample = _plan.IsPulling ? WinnersOf(seed, first) + unit : null;
                ListChunk(unit, length, _unitGradient.Row(firstSeed + seed, unit) + first, scratch.Winners, ListOf(seed, chunk, unit), StartsOf(seed, chunk, unit), bySample, biases);
            }
        }
    }

    /// <summary>
    /// Bit s of winners[s / 64, i] says whether i is the first linear unit with linear[i, s] = greatest[s]; behind those of the linear units, that of a window, it says that
    /// there is none, as where the greatest is NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindWinners(float* linear, float* greatest, int samples, ulong* winners)
    {
        int window = _plan.Window;
        nint stride = _linear.Stride;
        for (int first = 0; first < samples; first += WordBits, winners += window + 1)
        {
            int count = Math.Min(WordBits, samples - first);
            ulong open = count == WordBits ? ulong.MaxValue : (1ul << count) - 1;
            for (int i = 0; i < window; i++)
            {
                ulong equal = EqualBits(linear + (i * stride) + first, greatest + first, count) & open;
                winners[i] = equal;
                open &= ~equal;
            }

            winners[window] = open;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EqualBits(float* left, float* right, int count)
    {
        ulong bits = 0;
        int s = 0;
        for (; s + Vector256<float>.Count <= count; s += Vector256<float>.Count)
            bits |= (ulong)Vector256.Equals(Vector256.Load(left + s), Vector256.Load(right + s)).ExtractMostSignificantBits() << s;
        for (; s < count; s++)
            bits |= (left[s] == right[s] ? 1ul : 0) << s;
        return bits;
    }

    /// <summary>Entries in the order of linear units, those of one in the order of samples; the sums of each; and the entries in the lists of their samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ListChunk(int unit, int samples, float* values, ulong* winners, SparseEntry* list, int* starts, SparseEntry* bySample, float* biases)
    {
        int window = _plan.Window, at = 0;
        nint units = _plan.Units;
        for (int i = 0; i <= window; i++)
        {
            starts[i] = at;
            float sum = 0f;
            for (int first = 0; first < samples; first += WordBits)
            {
                for (ulong bits = winners[(first / WordBits * (window + 1)) + i]; bits != 0; bits &= bits - 1)
                {
                    int s = first + BitOperations.TrailingZeroCount(bits);
                    float value = i < window ? values[s] : 0f;
                    if (i < window)
                        list[at++] = new(s, value);
                    if (bySample is not null)
                        bySample[s * units] = new((unit * window) + (i < window ? i : 0), value);
                    sum += value;
                }
            }

            if (i < window)
                biases[i] += sum;
        }
    }
}
